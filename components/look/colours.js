// Colours of what scripts draw themselves, where no style sheet reaches: fills of the map, and pictures to save.

export const INK = '#1c1f26';
export const PAPER = '#ffffff';
/** Frames of legends and insets, and the dots of a class outside the scale. */
export const GREY = '#5f6470';
export const BORDER = '#7d8494';
export const CHOSEN = '#c2410c';
