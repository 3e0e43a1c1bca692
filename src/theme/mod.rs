//! How a site looks: templates and assets, in layers.
