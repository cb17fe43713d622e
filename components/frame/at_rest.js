// Whether everything that the server had to send for the page has come.

export function isAtRest() { return document.querySelector('.stApp')?.getAttribute('data-test-script-state') === 'notRunning'; }
