//! A page as the tree that a browser makes of it, with what the parser found wrong.
#![allow(dead_code)]

use std::borrow::Cow;
use std::cell::{Ref, RefCell};

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{Attribute, ParseOpts, QualName, parse_document};

/// One element, comment or text.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) parent: Option<usize>,
    pub(crate) children: Vec<usize>,
    pub(crate) content: Content,
}

/// What a node is.
#[derive(Debug)]
pub(crate) enum Content {
    Document,
    Element(QualName, Vec<Attribute>),
    Text(String),
    Comment,
}

/// A parsed page; the document is its first node.
#[derive(Debug)]
pub(crate) struct Dom {
    pub(crate) nodes: Vec<Node>,
    pub(crate) faults: Vec<String>,
    elements: Vec<usize>,
}

impl Dom {
    /// Reads a page.
    pub(crate) fn parse(bytes: &[u8]) -> Self {
        let mut options = ParseOpts::default();
        options.tokenizer.exact_errors = true;
        options.tree_builder.exact_errors = true;
        let parser = parse_document(Sink::default(), options);
        let mut dom: Self = parser.from_utf8().one(bytes);
        dom.elements = dom.below(0);
        dom
    }

    /// The name of an element; nothing where it is none.
    pub(crate) fn name(&self, at: usize) -> &str {
        match &self.nodes[at].content {
            Content::Element(name, _) => &name.local,
            _ => "",
        }
    }

    /// The value of an attribute.
    pub(crate) fn get(&self, at: usize, name: &str) -> Option<&str> {
        self.attributes(at)
            .find(|(other, _)| *other == name)
            .map(|(_, value)| value)
    }

    /// Every attribute of an element.
    pub(crate) fn attributes(&self, at: usize) -> impl Iterator<Item = (&str, &str)> {
        let attributes = match &self.nodes[at].content {
            Content::Element(_, attributes) => attributes.as_slice(),
            _ => &[],
        };
        attributes
            .iter()
            .map(|attribute| (&*attribute.name.local, &*attribute.value))
    }

    /// Every element, in the order of the page.
    pub(crate) fn elements(&self) -> &[usize] {
        &self.elements
    }

    /// Every element below a node, in order.
    pub(crate) fn below(&self, at: usize) -> Vec<usize> {
        let mut found = Vec::new();
        let mut open: Vec<usize> = self.nodes[at].children.iter().rev().copied().collect();
        while let Some(at) = open.pop() {
            if !self.name(at).is_empty() {
                found.push(at);
            }
            open.extend(self.nodes[at].children.iter().rev());
        }
        found
    }

    /// The elements that are children of a node.
    pub(crate) fn children(&self, at: usize) -> impl Iterator<Item = usize> {
        let children = self.nodes[at].children.iter().copied();
        children.filter(|child| !self.name(*child).is_empty())
    }

    /// The elements around a node, from the inside out.
    pub(crate) fn around(&self, at: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.nodes[at].parent, |at| self.nodes[*at].parent)
    }

    /// Every element of this name.
    pub(crate) fn all(&self, name: &str) -> Vec<usize> {
        let elements = self.elements().iter().copied();
        elements.filter(|at| self.name(*at) == name).collect()
    }

    /// The words of a node, in one line.
    pub(crate) fn words(&self, at: usize) -> String {
        let mut out = String::new();
        let mut open = vec![at];
        while let Some(at) = open.pop() {
            match &self.nodes[at].content {
                Content::Text(text) => out.push_str(text),
                _ => out.push(' '),
            }
            open.extend(self.nodes[at].children.iter().rev());
        }
        out.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

#[derive(Default)]
struct Sink {
    nodes: RefCell<Vec<Node>>,
    faults: RefCell<Vec<String>>,
}

impl Sink {
    fn node(&self, content: Content) -> usize {
        let mut nodes = self.nodes.borrow_mut();
        if nodes.is_empty() {
            nodes.push(Node {
                parent: None,
                children: Vec::new(),
                content: Content::Document,
            });
        }
        nodes.push(Node {
            parent: None,
            children: Vec::new(),
            content,
        });
        nodes.len() - 1
    }

    fn put(&self, parent: usize, before: Option<usize>, child: NodeOrText<usize>) {
        let mut nodes = self.nodes.borrow_mut();
        let at = before.map_or(nodes[parent].children.len(), |before| {
            let mut children = nodes[parent].children.iter();
            children.position(|child| *child == before).unwrap()
        });
        let last = at.checked_sub(1).map(|at| nodes[parent].children[at]);
        let child = match child {
            NodeOrText::AppendNode(child) => child,
            NodeOrText::AppendText(text) => {
                if let Some(Content::Text(known)) = last.map(|last| &mut nodes[last].content) {
                    known.push_str(&text);
                    return;
                }
                nodes.push(Node {
                    parent: None,
                    children: Vec::new(),
                    content: Content::Text(text.to_string()),
                });
                nodes.len() - 1
            }
        };
        if let Some(old) = nodes[child].parent {
            nodes[old].children.retain(|other| *other != child);
        }
        nodes[child].parent = Some(parent);
        nodes[parent].children.insert(at, child);
    }
}

impl TreeSink for Sink {
    type Handle = usize;
    type Output = Dom;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Dom {
        Dom {
            nodes: self.nodes.into_inner(),
            faults: self.faults.into_inner(),
            elements: Vec::new(),
        }
    }

    fn parse_error(&self, fault: Cow<'static, str>) {
        self.faults.borrow_mut().push(fault.into_owned());
    }

    fn get_document(&self) -> usize {
        if self.nodes.borrow().is_empty() {
            self.node(Content::Comment);
        }
        0
    }

    fn elem_name<'a>(&'a self, at: &'a usize) -> Ref<'a, QualName> {
        Ref::map(self.nodes.borrow(), |nodes| match &nodes[*at].content {
            Content::Element(name, _) => name,
            other => panic!("no element: {other:?}"),
        })
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<Attribute>,
        flags: ElementFlags,
    ) -> usize {
        if flags.had_duplicate_attributes {
            self.parse_error(format!("<{}> has an attribute twice", name.local).into());
        }
        self.node(Content::Element(name, attributes))
    }

    fn create_comment(&self, _: StrTendril) -> usize {
        self.node(Content::Comment)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> usize {
        self.node(Content::Comment)
    }

    fn append(&self, parent: &usize, child: NodeOrText<usize>) {
        self.put(*parent, None, child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &usize,
        before: &usize,
        child: NodeOrText<usize>,
    ) {
        let parent = self.nodes.borrow()[*element].parent;
        match parent {
            Some(parent) => self.put(parent, Some(*element), child),
            None => self.put(*before, None, child),
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &usize) -> usize {
        *target
    }

    fn same_node(&self, one: &usize, other: &usize) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        if mode != QuirksMode::NoQuirks {
            self.parse_error("no standards mode".into());
        }
    }

    fn append_before_sibling(&self, sibling: &usize, child: NodeOrText<usize>) {
        let parent = self.nodes.borrow()[*sibling].parent;
        self.put(parent.unwrap(), Some(*sibling), child);
    }

    fn add_attrs_if_missing(&self, _: &usize, _: Vec<Attribute>) {
        self.parse_error("attributes on a second body".into());
    }

    fn remove_from_parent(&self, target: &usize) {
        let mut nodes = self.nodes.borrow_mut();
        if let Some(parent) = nodes[*target].parent.take() {
            nodes[parent].children.retain(|child| child != target);
        }
    }

    fn reparent_children(&self, from: &usize, to: &usize) {
        let children = std::mem::take(&mut self.nodes.borrow_mut()[*from].children);
        for child in children {
            self.nodes.borrow_mut()[child].parent = None;
            self.put(*to, None, NodeOrText::AppendNode(child));
        }
    }
}
