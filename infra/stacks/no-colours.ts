/** In place of supports-color, which `debug` (below file-type) takes where it finds it: what a function logs is plain. */
export const stderr = { level: 0 };
