/**
 * Something that is taken to be so of the figures behind a rounded table: rows that stay the same, go in a straight line, are
 * exactly nil or equal each other, from one column to another. One of the first four keys says what.
 */
export interface Assumed {
  readonly constant?: string | readonly string[];
  readonly "straight line"?: string | readonly string[];
  readonly zero?: string | readonly string[];
  readonly equal?: readonly string[];
  /** The heading of the first column; the first period unless told. */
  readonly from?: string;
  /** The heading of the last column; the last period unless told. */
  readonly to?: string;
}
