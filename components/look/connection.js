// Whether there is a connection with the server, as server/connection.js marks it on the page.

export function isConnectionLost() { return document.documentElement.dataset.connection === 'lost'; }
