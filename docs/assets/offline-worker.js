// The search of the site works in a worker, and a browser starts none of a page that was opened from
// a folder. There the same script runs in a frame of the page, with what a worker has.
class IFrameWorker extends EventTarget {
  constructor(url) {
    super();
    const frame = document.createElement("iframe");
    frame.hidden = true;
    document.body.append(frame);
    this.frame = frame;
    const inner = frame.contentWindow;
    const load = (source) =>
      new Promise((done, failed) => {
        const script = inner.document.createElement("script");
        script.src = new URL(source, document.baseURI).href;
        script.onload = done;
        script.onerror = () => failed(new Error(script.src));
        inner.document.body.append(script);
      });
    inner.importScripts = async (...sources) => {
      for (const source of sources) await load(source);
    };
    inner.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
    this.ready = load(url);
  }

  postMessage(data) {
    this.ready.then(() =>
      this.frame.contentWindow.dispatchEvent(new MessageEvent("message", { data })),
    );
  }

  terminate() {
    this.frame.remove();
  }
}

if (location.protocol === "file:") {
  // the search asks for both names
  window.IFrameWorker = IFrameWorker;
  window.Worker = IFrameWorker;
}
