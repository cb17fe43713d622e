// Whether another website shows the page in a frame; the server marks it (server/pages.py).

export const isInFrame = () => document.documentElement.hasAttribute('data-embed');
