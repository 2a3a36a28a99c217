import { sha256 } from "../programme/stamp/sha256.ts";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** A Content-Security-Policy under which only this script and this style work, and nothing is loaded, sent or framed. */
export function policyOf(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src 'sha256-${base64(sha256(script))}'`,
    `style-src 'sha256-${base64(sha256(style))}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** Hexadecimal digits of whole bytes in base 64. */
function base64(hex: string): string {
  const bits = [...hex].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, "0")).join("");
  const text = bits.replace(/.{1,6}/g, (six) => letters.charAt(Number.parseInt(six.padEnd(6, "0"), 2)));
  return text.padEnd(Math.ceil(text.length / 4) * 4, "=");
}
