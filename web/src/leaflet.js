// Leaflet stands in the page as it was published, in a script of its own before this one.

export const L = window.L;
