const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const mostEntries = 5_000;

/**
 * How many bytes an archive has when it is unpacked, counted by unpacking it and keeping nothing, since what an archive says of
 * its own size may be a lie. Counting ends past `limit`. `undefined` where the bytes are no archive.
 */
export async function unpackedSize(bytes: Uint8Array, limit: number): Promise<number | undefined> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = entriesOf(view);
  if (entries === undefined) return undefined;
  let size = 0;
  for (const { from, packed, deflated } of entries) {
    const own = bytes.subarray(from, from + packed);
    size += deflated ? await inflatedSize(own, limit - size) : own.length;
    if (size > limit) return size;
  }
  return size;
}

interface Entry {
  readonly from: number;
  readonly packed: number;
  readonly deflated: boolean;
}

/** The entries of an archive by its own list of them; `undefined` where that list cannot be followed. */
function entriesOf(view: DataView): Entry[] | undefined {
  const end = endOf(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > mostEntries) return undefined;
  const entries: Entry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== entryMark) return undefined;
    const start = view.getUint32(at + 42, true);
    if (start + 30 > view.byteLength) return undefined;
    entries.push({
      from: start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true),
      packed: view.getUint32(at + 20, true),
      deflated: view.getUint16(at + 10, true) === 8,
    });
    at += 46 + [28, 30, 32].reduce((sum, part) => sum + view.getUint16(at + part, true), 0);
  }
  return entries;
}

/** Where an archive's list of entries ends: its mark stands among the last bytes. */
function endOf(view: DataView): number | undefined {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 65_535); at--) {
    if (view.getUint32(at, true) === endMark) return at;
  }
  return undefined;
}

/** The size of deflated bytes when they are inflated, counted no further than past a limit. */
async function inflatedSize(bytes: Uint8Array, limit: number): Promise<number> {
  const inflating = new DecompressionStream("deflate-raw");
  const writer = inflating.writable.getWriter();
  // Bytes that are broken come out where they are read below; here they would be reported a second time.
  void writer.write(Uint8Array.from(bytes)).catch(() => undefined);
  void writer.close().catch(() => undefined);
  const reader = inflating.readable.getReader();
  let size = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length;
      if (size > limit) break;
    }
  } catch {
    return size;
  }
  await reader.cancel().catch(() => undefined);
  return size;
}
