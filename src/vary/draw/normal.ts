import { exponential, logarithm } from "./exponential.ts";

// Algorithm AS 241 (PPND16) by Michael Wichura, The percentage points of the normal distribution, Applied Statistics 37
// (1988), pages 477 to 484: a quotient of two polynomials each for the middle, the sides and the far tails.

/** For shares not further than 0.425 from the middle; `r` is 0.180625 less the square of how far. */
function middle(r: number): number {
  const above =
    ((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) * r +
      13731.69376550946) *
      r +
      1971.5909503065513) *
      r +
      133.14166789178438) *
      r +
    3.3871328727963665;
  const below =
    ((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) * r +
      5394.196021424751) *
      r +
      687.1870074920579) *
      r +
      42.31333070160091) *
      r +
    1;
  return above / below;
}

/** For the sides; `r` is the root of minus the logarithm of the tail, less 1.6. */
function sides(r: number): number {
  const above =
    ((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r +
      1.2704582524523684) *
      r +
      3.6478483247632045) *
      r +
      5.769497221460691) *
      r +
      4.630337846156546) *
      r +
    1.4234371107496835;
  const below =
    ((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r +
      0.14810397642748008) *
      r +
      0.6897673349851) *
      r +
      1.6763848301838038) *
      r +
      2.053191626637759) *
      r +
    1;
  return above / below;
}

/** For the far tails; `r` is that root less 5. */
function tails(r: number): number {
  const above =
    ((((((2.0103343992922881e-7 * r + 2.7115555687434876e-5) * r + 0.0012426609473880784) * r +
      0.026532189526576124) *
      r +
      0.29656057182850487) *
      r +
      1.7848265399172913) *
      r +
      5.463784911164114) *
      r +
    6.657904643501103;
  const below =
    ((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 1.8463183175100548e-5) * r +
      0.0007868691311456133) *
      r +
      0.014875361290850615) *
      r +
      0.1369298809227358) *
      r +
      0.599832206555888) *
      r +
    1;
  return above / below;
}

/** How many standard deviations a normal value lies above its mean that a share of all values stay below, to 1e-15. */
export function normalQuantile(share: number): number {
  const from = share - 0.5;
  if (Math.abs(from) <= 0.425) return from * middle(0.180625 - from * from);
  const tail = Math.sqrt(-logarithm(from < 0 ? share : 1 - share));
  const above = tail <= 5 ? sides(tail - 1.6) : tails(tail - 5);
  return from < 0 ? -above : above;
}

/** The share of normal values that stay below so many standard deviations above the mean, to 1e-15. */
export function normalShare(deviations: number): number {
  const z = Math.abs(deviations);
  const tail = z > 37 ? 0 : exponential((-z * z) / 2) * tailFactor(z);
  return deviations > 0 ? 1 - tail : tail;
}

/**
 * Formula 5666 of J. F. Hart and others, Computer Approximations, 1968, as given by Graeme West, Better approximations to
 * cumulative normal functions, Wilmott, May 2005; a continued fraction far out.
 */
function tailFactor(z: number): number {
  if (z >= 7.07106781186547)
    return 0.3989422804014327 / (z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 5 / (z + 6 / (z + 7 / z)))))));
  const above =
    (((((0.0352624965998911 * z + 0.700383064443688) * z + 6.37396220353165) * z + 33.912866078383) * z +
      112.079291497871) *
      z +
      221.213596169931) *
      z +
    220.206867912376;
  const below =
    ((((((0.0883883476483184 * z + 1.75566716318264) * z + 16.064177579207) * z + 86.7807322029461) * z +
      296.564248779674) *
      z +
      637.333633378831) *
      z +
      793.826512519948) *
      z +
    440.413735824752;
  return above / below;
}
