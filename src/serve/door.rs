//! Answers over HTTP what is shown at the moment.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::uri::Authority;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use futures_core::Stream;
use tokio::runtime::Builder;
use tokio::sync::{mpsc, watch};
use tokio::{task, time};

use crate::serve::answer::{Answer, Asked, Listener, Whole, answer, news};
use crate::serve::scene::Scene;

/// So many ports are tried, from the wanted one upwards.
const TRIES: u16 = 100;

/// So many pages are rendered at once: hundreds of open pages must not be hundreds of threads.
const RENDERERS: usize = 8;

/// How often a sign of life is sent, so that it shows who has gone.
const PULSE: Duration = Duration::from_secs(15);

/// How long answers on their way may take when the preview ends.
const GRACE: Duration = Duration::from_millis(300);

/// What is shown, as it changes; when the sender is dropped, the preview ends.
pub type Scenes = watch::Receiver<Arc<Scene>>;

/// What every answer says: nothing is kept without asking again, nothing is taken for what it is not, and no page from
/// elsewhere may use it.
const ALWAYS: [(HeaderName, &str); 3] = [
    (header::CACHE_CONTROL, "no-cache"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
];

/// Takes the wanted port, or the next one that is free.
pub fn open(wanted: SocketAddr) -> io::Result<TcpListener> {
    let mut address = wanted;
    loop {
        match TcpListener::bind(address) {
            Err(fault) if fault.kind() == io::ErrorKind::AddrInUse => {
                let next = address.port().checked_add(1);
                match next.filter(|next| next - wanted.port() < TRIES) {
                    Some(next) => address.set_port(next),
                    None => return Err(fault),
                }
            }
            opened => return opened,
        }
    }
}

/// Answers until the scenes end, or a signal says so; of that, `ended` is told.
pub fn serve(
    listener: TcpListener,
    scenes: Scenes,
    ended: impl Fn() + Send + 'static,
) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let runtime = Builder::new_current_thread()
        .enable_all()
        .max_blocking_threads(RENDERERS)
        .build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let mut signals = Signals::new()?;
        task::spawn(async move {
            signals.next().await;
            ended();
        });
        let (mut end, mut last) = (scenes.clone(), scenes.clone());
        let router = Router::new().fallback(handle).with_state(scenes);
        let serving = axum::serve(listener, router)
            .with_graceful_shutdown(async move { while end.changed().await.is_ok() {} });
        let serving = task::spawn(serving.into_future());
        while last.changed().await.is_ok() {}
        // Who has not finished asking by then is not waited for.
        let _ = time::timeout(GRACE, serving).await;
        Ok::<(), io::Error>(())
    })?;
    runtime.shutdown_timeout(GRACE);
    Ok(())
}

async fn handle(State(scenes): State<Scenes>, request: Request) -> Response {
    let scene = scenes.borrow().clone();
    // Rendering a page takes a millisecond or more, in which others are answered.
    let answered = task::spawn_blocking(move || answer(&scene, &asked(&request)));
    match answered.await {
        Ok(Answer::Whole(whole)) => response(whole),
        Ok(Answer::News(listener)) => stream(scenes, listener),
        Err(_) => response(Whole {
            status: 500,
            ..Whole::default()
        }),
    }
}

fn asked(request: &Request) -> Asked<'_> {
    let named = |name| {
        let value: Option<&HeaderValue> = request.headers().get(name);
        value.and_then(|value| value.to_str().ok())
    };
    let target = request.uri();
    // Who names two hosts may mean either.
    let is_clear = request.headers().get_all(header::HOST).iter().count() < 2;
    Asked {
        method: request.method().as_str(),
        path: target.path(),
        query: target.query().unwrap_or_default(),
        // Who names a host in the target means that one.
        host: target
            .authority()
            .map(Authority::as_str)
            .or(named(header::HOST))
            .filter(|_| is_clear),
        known: named(header::IF_NONE_MATCH),
    }
}

fn response(whole: Whole) -> Response {
    let mut response = Response::new(Body::from(whole.body));
    *response.status_mut() = StatusCode::from_u16(whole.status).unwrap_or_default();
    let headers = response.headers_mut();
    for (name, value) in whole.headers {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    }
    if whole.status != StatusCode::NOT_MODIFIED {
        headers.insert(header::CONTENT_LENGTH, whole.length.into());
    }
    always(response)
}

fn always(mut response: Response) -> Response {
    for (name, value) in ALWAYS {
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
    }
    response
}

fn stream(scenes: Scenes, listener: Listener) -> Response {
    let (sender, receiver) = mpsc::channel(4);
    task::spawn(tell(scenes, listener, sender));
    let mut response = Response::new(Body::from_stream(News(receiver)));
    response.headers_mut().insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/event-stream"),
    );
    always(response)
}

/// Tells a page its news: at once, and whenever what is shown has changed.
async fn tell(mut scenes: Scenes, listener: Listener, sender: mpsc::Sender<Bytes>) {
    loop {
        let scene = scenes.borrow_and_update().clone();
        let listener = listener.clone();
        let Ok(told) = task::spawn_blocking(move || news(&scene, &listener)).await else {
            return;
        };
        let told = format!("retry: 500\ndata: {told}\n\n");
        if sender.send(told.into()).await.is_err() || !is_news(&mut scenes, &sender).await {
            return;
        }
    }
}

/// Waits for another scene; answers whether there will be one, and somebody who listens.
async fn is_news(scenes: &mut Scenes, sender: &mpsc::Sender<Bytes>) -> bool {
    loop {
        match time::timeout(PULSE, scenes.changed()).await {
            Ok(changed) => return changed.is_ok(),
            Err(_) => {
                if sender.send(Bytes::from_static(b":\n\n")).await.is_err() {
                    return false;
                }
            }
        }
    }
}

/// What is sent to a page.
struct News(mpsc::Receiver<Bytes>);

impl Stream for News {
    type Item = Result<Bytes, io::Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_recv(context).map(|bytes| bytes.map(Ok))
    }
}

/// What ends the preview.
struct Signals {
    #[cfg(unix)]
    interrupt: tokio::signal::unix::Signal,
    #[cfg(unix)]
    terminate: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    fn new() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
        })
    }

    async fn next(&mut self) {
        std::future::poll_fn(|context| {
            let interrupted = self.interrupt.poll_recv(context).is_ready();
            let ended = self.terminate.poll_recv(context).is_ready();
            if interrupted || ended {
                Poll::Ready(())
            } else {
                Poll::Pending
            }
        })
        .await;
    }
}

#[cfg(not(unix))]
impl Signals {
    fn new() -> io::Result<Self> {
        Ok(Self {})
    }

    async fn next(&mut self) {
        // Where no signal can be had, the preview ends with its terminal.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
