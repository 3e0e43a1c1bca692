// Writes a plan of as many documents as asked for, the same every time: what is usual, and every so often what is not.
import fs from 'node:fs';
import path from 'node:path';
import { dice } from './dice.mjs';

const DO = ['Print', 'Refund', 'Board', 'Cancel', 'Translate', 'Count', 'Repair', 'Sort', 'Reserve', 'Close', 'Measure', 'Pay for'];
const WHAT = ['the return ticket', 'a bicycle', 'the night boat', 'the harbour map', 'lost luggage', 'the timetable', 'a group of forty', 'the deck plan', 'the fog signal', 'the ice radar'];
/** Titles as few write them; each of a hundred documents has one. */
const ODD = [
  'Say why the crossing that was booked together with a cabin, a car, a trailer and two dogs can be moved to another day only by telephone, and what it costs',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  'إلغاء الرحلة الليلية',
  'Escape <b>words</b> & "quotes" in `titles`',
  '夜行フェリーの予約',
];
const STATUSES = ['Done', 'Done', 'Done', 'In progress', 'In review', 'Planned', 'Planned', 'Planned', 'Blocked', 'Dropped', 'Waiting for the harbour office', ''];
const PRIORITIES = ['High', 'Medium', 'Low', 'P0', ''];
/** The first owns more than the others together. */
const OWNERS = ['@deck', '@deck', '@deck', '@deck', '@bridge', '@engine', '@shore, @deck', 'the-team-with-the-longest-name-of-all-teams-in-the-harbour', ''];
const LABELS = ['payments', 'accessibility', 'boarding', 'a label of several words', 'refunds', 'ice'];
const REASONS = ['no answer from the harbour office', 'the card terminals are not delivered', 'the price list is not decided', ''];
const FIRST = Date.UTC(2026, 0, 5);
const DAY = 86_400_000;

/** Writes the plan below this folder. */
export function grow(to, documents) {
  const plan = new Plan(to, documents);
  for (let at = 0; at < plan.counts.sprint; at += 1) plan.sprint(at);
  for (let at = 0; at < plan.counts.milestone; at += 1) plan.milestone(at);
  for (let at = 0; at < plan.counts.prd; at += 1) plan.prd(at);
  for (let at = 0; at < plan.counts.story; at += 1) plan.story(at);
  for (let at = 0; at < plan.counts.task; at += 1) plan.task(at);
  for (let at = 0; at < plan.counts.decision; at += 1) plan.decision(at);
}

class Plan {
  constructor(to, documents) {
    this.to = to;
    this.roll = dice('a plan of ferries');
    const share = (part) => Math.max(1, Math.floor(documents * part));
    this.counts = { milestone: share(0.01), prd: share(0.04), story: share(0.25), sprint: share(0.01), decision: share(0.01) };
    this.counts.task = Math.max(1, documents - Object.values(this.counts).reduce((sum, count) => sum + count));
  }

  write(folder, name, front, body) {
    const lines = Object.entries(front).filter(([, value]) => value !== '' && value?.length !== 0);
    const head = lines.map(([key, value]) => `${key}: ${JSON.stringify(value)}`).join('\n');
    const file = path.join(this.to, folder, `${name.toLowerCase()}.md`);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, `---\n${head}\n---\n\n${body}\n`);
  }

  of(list) {
    return list[Math.floor(this.roll() * list.length)];
  }

  title() {
    return this.roll() < 0.01 ? this.of(ODD) : `${this.of(DO)} ${this.of(WHAT)}`;
  }

  /** A day of the plan: this part of its length after the start, give or take some weeks. */
  day(part) {
    return this.roll() < 0.1 ? '' : new Date(FIRST + Math.floor(part * 700 + this.roll() * 40) * DAY).toISOString().slice(0, 10);
  }

  boxes(most) {
    return Array.from({ length: Math.floor(this.roll() * most) + 1 }, () => `- [${this.roll() < 0.5 ? 'x' : ' '}] ${this.title()}`).join('\n');
  }

  usual(part) {
    const labels = LABELS.filter(() => this.roll() < 0.15);
    return { title: this.title(), status: this.of(STATUSES), priority: this.of(PRIORITIES), owner: this.of(OWNERS), due: this.day(part), labels };
  }

  /** Which of so many stands at the same part of its list; the first milestone holds a fifth of everything. */
  above(kind, at, of) {
    const part = Math.max(0, (at / of - 0.2) / 0.8);
    return Math.floor(part * this.counts[kind]);
  }

  sprint(at) {
    const start = new Date(FIRST + at * 14 * DAY);
    const end = new Date(start.getTime() + 13 * DAY);
    const front = { id: name('SP', at), title: `Sprint ${at + 1}`, start: start.toISOString().slice(0, 10), due: end.toISOString().slice(0, 10), status: this.of(['Done', 'In progress', 'Planned']) };
    // The page has places with these names too.
    const sections = ['Goal', 'Capacity', 'Balance', 'Flow', 'Next', 'Milestone', 'Slipped', 'Done', 'Lanes'].map((name) => `## ${name}\n\n${this.title()}.`);
    this.write('sprints', front.id, front, `[Capacity](#capacity), [nothing yet](#nothing)\n\n${sections.join('\n\n')}\n\n## Nothing\n`);
  }

  milestone(at) {
    const usual = this.usual(at / this.counts.milestone);
    const front = { id: name('MS', at), ...usual, 'depends-on': at ? [name('MS', at - 1)] : [] };
    this.write('milestones', front.id, front, `${words(3)}\n\n## Success criteria\n\n${this.boxes(5)}\n\n## Risks\n\n- ${this.title()} takes longer.\n\n## Nothing yet\n`);
  }

  prd(at) {
    const front = { id: name('PRD', at), ...this.usual(at / this.counts.prd), milestone: name('MS', this.above('milestone', at, this.counts.prd)) };
    this.write('prd', front.id, front, `${words(4)}\n\n## Numbers\n\n| Month | Crossings | Tickets | Trailers | Dogs | Lost | Found | Refunded | Late | Early |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n| May | 120 | 48,112 | 312 | 77 | 12 | 9 | 144 | 3 | 1 |\n\nSee [the first one](prd-0001.md#numbers).`);
  }

  story(at) {
    const of = this.counts.story;
    const front = { id: name('US', at), ...this.usual(at / of), prd: name('PRD', this.above('prd', at, of)) };
    this.write('stories', front.id, front, `As a passenger I want to ${this.title().toLowerCase()}.\n\n## Acceptance criteria\n\n${this.boxes(6)}`);
  }

  task(at) {
    const of = this.counts.task;
    const before = [1, 3, 20].filter((back) => back <= at && this.roll() < 0.25).map((back) => name('T', at - back));
    const usual = this.usual(at / of);
    const stuck = usual.status === 'Blocked' ? { since: '2026-05-11', 'blocked by': this.of(REASONS) } : {};
    const sprint = this.roll() < 0.7 ? name('SP', this.above('sprint', at, of)) : '';
    const front = { id: name('T', at), ...usual, ...stuck, story: name('US', this.above('story', at, of)), sprint, estimate: this.of(['1', '2', '3 days', '']), 'depends-on': before };
    this.write('tasks', front.id, front, `${words(1)}\n\n\`\`\`sh\nferry --crossing night --deck 4 | sort --unique > ${'passengers-'.repeat(9)}list.txt\n\`\`\``);
  }

  decision(at) {
    const front = { id: name('ADR', at), title: this.title(), status: this.of(['Accepted', 'Proposed', 'Superseded']), date: this.day(at / this.counts.decision) };
    this.write('decisions', front.id, front, `## Context\n\n${words(2)}\n\n## Decision\n\n${this.title()}.`);
  }
}

function name(letters, at) {
  return `${letters}-${String(at + 1).padStart(4, '0')}`;
}

function words(sentences) {
  return 'The night boat leaves at nine, and whoever stands on the quay by then is let on board. '.repeat(sentences).trim();
}
