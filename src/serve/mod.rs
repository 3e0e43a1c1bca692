//! The preview: serves a site from memory and follows what is saved.

pub mod answer;
pub mod batch;
pub mod browser;
pub mod difference;
pub mod door;
pub mod fault;
pub mod host;
pub mod maker;
pub mod media;
pub mod name;
pub mod outskirts;
pub mod scene;
pub mod trouble;
pub mod watch;

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use tokio::sync::watch as channel;

use crate::pipeline::Stop;
use crate::serve::batch::{Batch, is_folder};
use crate::serve::fault::ServeFault;
use crate::serve::maker::{Change, Made, Maker, Order};
use crate::serve::outskirts::Outskirts;
use crate::serve::watch::{Happening, Watch};

/// How long it must be quiet before something is made again: a save is several happenings.
const QUIET: Duration = Duration::from_millis(20);

/// How long it may go on before something is made all the same.
const LONGEST: Duration = Duration::from_millis(300);

/// How often the clock is looked at while nothing happens: what is late today was not yesterday.
const CLOCK: Duration = Duration::from_secs(60);

/// How often all documents are looked at where not every folder can be watched.
const ROUND: Duration = Duration::from_secs(1);

/// What there is to say about the preview.
#[derive(Debug)]
pub enum Told<'a> {
    /// It can be looked at, at this address.
    Ready(&'a Change, SocketAddr),
    /// Something else is shown.
    Changed(&'a Change),
    /// The last good site is shown, for now there can be no other.
    Stopped(&'a Stop),
    /// Not everything can be watched.
    Unwatched(&'a notify::Error),
}

/// What reaches the loop.
enum Signal {
    Happened(Happening),
    End,
}

/// Shows the plan at this address, or at the next one that is free, and follows what is saved, until a signal ends it.
pub fn serve(
    order: Order,
    wanted: SocketAddr,
    mut tell: impl FnMut(Told<'_>),
) -> Result<(), ServeFault> {
    let listener = door::open(wanted).map_err(|fault| ServeFault::bind(wanted, fault))?;
    let address = listener.local_addr().map_err(ServeFault::Serve)?;
    let (sender, signals) = mpsc::channel();
    let mut watch = watch(sender.clone())?;
    let mut maker = Maker::new(order);
    let first = match maker.make(&Batch::anything()) {
        Made::Changed(change) => change,
        Made::Stopped(stop, ..) => return Err(stop.into()),
        Made::Same(_) => return Ok(()),
    };
    let (scenes, shown) = channel::channel(Arc::new(first.told.scene.clone()));
    let door = thread::Builder::new().name("door".into()).spawn(move || {
        let ended = sender.clone();
        let outcome = door::serve(listener, shown, move || _ = ended.send(Signal::End));
        // The loop ends with the door.
        let _ = sender.send(Signal::End);
        outcome
    });
    let door = door.map_err(ServeFault::Serve)?;
    tell(Told::Ready(&first, address));
    let mut around = first.around.clone();
    let mut folders = first.folders.clone();
    drop(first);
    let mut batch = Batch::default();
    let mut was_refused = false;
    loop {
        let refused = watch.follow(&folders);
        if let Some(fault) = refused.as_ref().filter(|_| !was_refused) {
            tell(Told::Unwatched(fault));
        }
        was_refused = refused.is_some();
        let round = if was_refused { ROUND } else { CLOCK };
        // What cannot be watched is looked at again and again.
        let is_due = || was_refused || maker.is_new_day();
        if !gather(&signals, &mut batch, &mut watch, &around, round, is_due) {
            break;
        }
        match maker.make(&std::mem::take(&mut batch)) {
            Made::Changed(change) => {
                scenes.send_replace(Arc::new(change.told.scene.clone()));
                tell(Told::Changed(&change));
                (around, folders) = (change.around, change.folders);
            }
            Made::Same(found) => folders = found,
            Made::Stopped(stop, scene, found) => {
                folders.extend(found);
                scene.map(|scene| scenes.send_replace(Arc::new(scene)));
                tell(Told::Stopped(&stop));
            }
        }
    }
    drop(scenes);
    match door.join() {
        Ok(outcome) => outcome.map_err(ServeFault::Serve),
        Err(_) => Ok(()),
    }
}

fn watch(sender: Sender<Signal>) -> Result<Watch, ServeFault> {
    let tell = move |happening| {
        // Nobody listens any more when the preview ends.
        let _ = sender.send(Signal::Happened(happening));
    };
    Ok(Watch::new(tell)?)
}

/// Waits until something has happened that matters, and until it is quiet; answers whether the preview goes on.
fn gather(
    signals: &Receiver<Signal>,
    batch: &mut Batch,
    watch: &mut Watch,
    around: &Outskirts,
    round: Duration,
    is_due: impl Fn() -> bool,
) -> bool {
    let mut began = (!batch.is_empty()).then(Instant::now);
    loop {
        let signal = match began {
            Some(began) if began.elapsed() >= LONGEST => return true,
            Some(_) => signals.recv_timeout(QUIET),
            None => signals.recv_timeout(round),
        };
        match signal {
            Ok(Signal::Happened(happening)) => add(happening, batch, watch, around),
            Ok(Signal::End) | Err(RecvTimeoutError::Disconnected) => return false,
            Err(RecvTimeoutError::Timeout) if began.is_some() => return true,
            Err(RecvTimeoutError::Timeout) if is_due() => {
                batch.touched.more = true;
                return true;
            }
            Err(RecvTimeoutError::Timeout) => {}
        }
        if began.is_none() && !batch.is_empty() {
            began = Some(Instant::now());
        }
    }
}

fn add(happening: Happening, batch: &mut Batch, watch: &mut Watch, around: &Outskirts) {
    match happening {
        Happening::Anything => batch.add_anything(),
        Happening::Folders => batch.touched.more = true,
        Happening::At(path) => {
            let was_folder = watch.watches(&path);
            if was_folder {
                watch.forget(&path);
            }
            let is_folder = was_folder || is_folder(&path);
            batch.add(path, is_folder, around);
        }
    }
}
