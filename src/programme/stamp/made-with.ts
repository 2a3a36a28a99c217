/** The library and its version, as outputs that are kept say what made them. The version is that of package.json. */
export const madeWith = "invest-to-save 0.1.0";
