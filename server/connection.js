// Says in Dutch how the connection is, in the first HTML and so before anything else has run.
//
// Streamlit shows an English dialog after half a minute without a server, nothing at all where only the websocket is blocked, and goes on
// with the old page after a restart. It has no setting or hook for any of these, but: `blockErrorDialogs` in its host configuration
// (server/pages.py) keeps the dialog away, and the websocket is the browser's own, so that it can be watched where it is made. Two things are
// read off Streamlit beside that, both held by tests/browser/server/test_connection.py: the end of the socket's address, and
// `data-test-script-state`, by which one sees that a page is complete.
(() => {
  const STREAM = '/_stcore/stream', HEALTH = '/_stcore/health';
  /** Streamlit's message "app_heartbeat", which the server answers at once. */
  const HEARTBEAT = Uint8Array.of(136, 1, 1);
  const GRACE_MS = 700, FIRST_MS = 5_000, LONG_MS = 30_000, PROBE_MS = 4_000, SAID_MS = 4_000;
  /** So long nothing was heard: since the last message, and since something was sent; and how long an answer may take. */
  const QUIET_MS = 20_000, UNANSWERED_MS = 4_000, ANSWER_MS = 10_000, ASLEEP_MS = 5_000;
  const LONGEST_RUN_MS = 15_000, UNSEEN_RUN_MS = 2_000;

  const page = document.documentElement, base = window.__streamlit.BACKEND_BASE_URL;
  /** @type {WebSocket | null} The newest one. */
  let socket = null;
  let everOpen = false, firstTryAt = 0, lostAt = 0, addressAtLoss = '';
  let heardAt = 0, sentAt = 0, askedAt = 0, lookedAt = Date.now();
  /** Whether the server itself answers, as far as was asked since the loss. @type {boolean | null} */
  let answers = null;
  let probedAt = 0, drawn = '', isPartMissing = false;
  /** Link that was clicked without a connection. @type {HTMLAnchorElement | null} */
  let wanted = null;
  /** Short sentence after a loss. */
  let news = '', newsAt = 0;

  const Plain = window.WebSocket;
  window.WebSocket = class extends Plain {
    /** @param {string | URL} address @param {string | string[]} [protocols] */
    constructor(address, protocols) {
      super(address, protocols);
      if (new URL(address, location.href).pathname.endsWith(STREAM)) watch(this);
    }

    /** @param {Parameters<WebSocket['send']>[0]} message */
    send(message) {
      super.send(message);
      if (this === socket) sentAt = Date.now();
    }
  };

  /** @param {WebSocket} made */
  function watch(made) {
    socket = made;
    firstTryAt ||= Date.now();
    made.addEventListener('open', () => { if (made === socket) connected(); });
    made.addEventListener('message', () => { if (made === socket) heardAt = Date.now(); });
    for (const end of ['close', 'error']) made.addEventListener(end, () => { if (made === socket) lost(); });
  }

  function lost() {
    if (!everOpen || page.dataset.connection === 'lost') return;
    page.dataset.connection = 'lost';
    lostAt = Date.now();
    addressAtLoss = here();
    answers = null;
    probedAt = lostAt;
    document.dispatchEvent(new Event('connection-lost'));
    look();
    setTimeout(look, GRACE_MS);
  }

  function here() { return location.href.replace(location.hash, ''); }

  function connected() {
    const wasLost = page.dataset.connection === 'lost';
    everOpen = true;
    heardAt = Date.now();
    sentAt = askedAt = 0;
    if (!wasLost) { look(); return; }
    // After Streamlit has heard of it too.
    setTimeout(() => bringUpToDate(), 0);
  }

  // The server may be another one, or the same after a restart: it builds the page anew, and hears afterwards what was chosen meanwhile.
  async function bringUpToDate() {
    const own = socket, isStill = () => own === socket && own?.readyState === WebSocket.OPEN;
    // Only the visitor can have changed the address meanwhile, by the back button.
    if (here() !== addressAtLoss) { location.reload(); return; }
    const wasSaid = drawn !== '';
    if (wasSaid) tell('De verbinding is er weer. De pagina wordt bijgewerkt …');
    const run = nextRun();
    document.dispatchEvent(new Event('connection-again'));
    await run;
    if (!isStill()) return;
    delete page.dataset.connection;
    /** What the visitor did meanwhile; components/look/kept_reports.js kept it. @type {{ at: number, send: () => void }[]} */
    const toSend = [];
    document.dispatchEvent(new CustomEvent('connection-back', { detail: toSend }));
    for (const { send } of toSend.sort((one, other) => one.at - other.at)) {
      const answered = nextRun();
      send();
      await answered;
      if (!isStill()) return;
    }
    if (wasSaid) tell('De verbinding is er weer, en de pagina is bijgewerkt.');
    follow();
  }

  function follow() {
    const link = wanted;
    wanted = null;
    if (!link) return;
    if (link.isConnected) link.click();
    else location.assign(link.href);
  }

  /** Resolves when the page has run once more; without a sign of it, after a while. */
  function nextRun() {
    const startedAt = Date.now();
    return /** @type {Promise<void>} */ (new Promise((resolve) => {
      let hasRun = false;
      const timer = setInterval(see, 100), observer = new MutationObserver(see);
      observer.observe(page, { subtree: true, attributeFilter: ['data-test-script-state'] });
      function see() {
        const state = document.querySelector('.stApp')?.getAttribute('data-test-script-state'), waited = Date.now() - startedAt;
        if (state !== 'notRunning') hasRun = true;
        const isDone = state === 'notRunning' && (hasRun || waited > UNSEEN_RUN_MS);
        if (!isDone && waited < LONGEST_RUN_MS) return;
        clearInterval(timer);
        observer.disconnect();
        resolve();
      }
    }));
  }

  /** @param {string} sentence */
  function tell(sentence) {
    news = sentence;
    newsAt = Date.now();
    look();
  }

  // Whether the connection is alive, and what there is to say of it.
  function look() {
    const now = Date.now(), wasAsleep = now - lookedAt > ASLEEP_MS;
    lookedAt = now;
    if (socket?.readyState === WebSocket.OPEN) listen(now, wasAsleep);
    if (now - newsAt > SAID_MS && page.dataset.connection !== 'lost') news = '';
    const isWaiting = socket?.readyState !== WebSocket.OPEN && firstTryAt > 0;
    if (isWaiting && now - (lostAt || firstTryAt) > PROBE_MS && now - probedAt > PROBE_MS) probe(now);
    draw(now, isWaiting);
  }

  // A network that went away without a word leaves a socket that looks open.
  function listen(/** @type {number} */ now, /** @type {boolean} */ wasAsleep) {
    if (wasAsleep) askedAt = 0;
    if (askedAt > heardAt) {
      if (now - askedAt <= ANSWER_MS) return;
      const dead = socket;
      lost();
      dead?.close();
      return;
    }
    const isSilent = now - heardAt > QUIET_MS || (sentAt > heardAt && now - sentAt > UNANSWERED_MS);
    if (isSilent && document.visibilityState === 'visible') ask(now);
  }

  function ask(/** @type {number} */ now) {
    if (socket?.readyState !== WebSocket.OPEN) return;
    askedAt = now;
    Plain.prototype.send.call(socket, HEARTBEAT);
  }

  async function probe(/** @type {number} */ now) {
    probedAt = now;
    answers = await fetch(base + HEALTH, { cache: 'no-store', signal: AbortSignal.timeout(PROBE_MS) }).then(({ ok }) => ok, () => false);
    look();
  }

  /** @returns {(string | HTMLElement)[][]} Paragraphs. */
  function texts(/** @type {number} */ now, /** @type {boolean} */ isWaiting) {
    if (isPartMissing) {
      const button = document.createElement('button');
      button.textContent = 'Laad de pagina opnieuw';
      button.addEventListener('click', () => location.reload());
      return [[bold('Een deel van deze pagina is niet geladen.'),
        ' Er is een nieuwe versie van de site, of de verbinding haperde. Laad de pagina opnieuw: wat u bekijkt, komt terug.'], [button]];
    }
    if (!isWaiting) return news ? [[news]] : [];
    const forMs = now - (everOpen ? lostAt : firstTryAt), asks = 'Blijft het zo, vraag dan uw ict-afdeling of de beheerder van deze site.';
    if (forMs < (everOpen ? GRACE_MS : FIRST_MS)) return [];
    if (answers && forMs >= (everOpen ? LONG_MS : FIRST_MS)) {
      return [[bold('De verbinding wordt tegengehouden.'),
        ` De server geeft wel bestanden, maar een WebSocket-verbinding met ${new URL(base).host}${new URL(base + STREAM).pathname} komt niet tot stand. ` +
        'Zonder die verbinding werkt deze pagina niet.'],
      ['Meestal houdt een proxy of firewall van uw organisatie haar tegen: vraag uw ict-afdeling om WebSocket-verbindingen met dit adres toe te laten. ' +
        'Op een ander netwerk werkt de pagina misschien wel. Het kan ook even te druk zijn; de pagina blijft het proberen.'], ...kept()];
    }
    if (!everOpen) return answers === null ? [] : [[bold('De server antwoordt niet.'), ` De pagina blijft het proberen. ${asks}`]];
    const what = navigator.onLine ? 'Geen verbinding met de server.' : 'Uw apparaat heeft geen netwerk.';
    const long = forMs < LONG_MS ? '' : ` Dit duurt al ${duration(forMs)}. ${asks}`;
    return [[bold(what), ` De pagina verbindt vanzelf opnieuw.${long}`], ...kept()];
  }

  function kept() {
    if (!everOpen) return [];
    const next = wanted ? ` “${wanted.textContent?.trim()}” opent daarna.` : '';
    return [[`Wat u koos, gaat niet verloren. Wat u nu nog kiest, wordt verwerkt zodra er weer verbinding is.${next}`]];
  }

  function duration(/** @type {number} */ ms) {
    const minutes = Math.floor(ms / 60_000);
    return minutes < 1 ? 'een halve minuut' : minutes === 1 ? 'een minuut' : `${minutes} minuten`;
  }

  function bold(/** @type {string} */ text) {
    const strong = document.createElement('strong');
    strong.textContent = text;
    return strong;
  }

  // Written only where it differs, so that a screen reader says it once.
  function draw(/** @type {number} */ now, /** @type {boolean} */ isWaiting) {
    const box = document.getElementById('connection'), paragraphs = texts(now, isWaiting);
    const text = paragraphs.map((parts) => parts.map((part) => (typeof part === 'string' ? part : part.textContent)).join('')).join('\n');
    if (!box || text === drawn) return;
    drawn = text;
    box.replaceChildren(...paragraphs.map((parts) => {
      const paragraph = document.createElement('p');
      paragraph.append(...parts);
      return paragraph;
    }));
  }

  function partMissing() {
    isPartMissing = true;
    page.dataset.part = 'missing';
    look();
  }

  setInterval(look, 1_000);
  document.addEventListener('visibilitychange', look);
  for (const change of ['online', 'offline']) window.addEventListener(change, () => { ask(Date.now()); look(); });
  // What Vite, with which Streamlit is built, sends where a script is gone; and what our own components send.
  window.addEventListener('vite:preloadError', partMissing);
  document.addEventListener('part-missing', partMissing);
  window.addEventListener('error', ({ target }) => { if (target instanceof HTMLScriptElement) partMissing(); }, true);
  document.addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (page.dataset.connection !== 'lost' || !link || !isPlain || link.origin !== location.origin || link.target === '_blank') return;
    if (link.hasAttribute('download') || link.getAttribute('href')?.startsWith('#')) return;
    // Else the browser shows a page of its own in the place of this one.
    event.preventDefault();
    event.stopImmediatePropagation();
    wanted = link;
    look();
  }, true);
})();
