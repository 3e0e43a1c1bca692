#!/bin/sh
wc -l prices.csv
