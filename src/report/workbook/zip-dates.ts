const LOCAL_FILE = 0x04034b50;
const CENTRAL_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const END_BYTES = 22;

/** 1980-01-01 00:00, the first moment that a ZIP archive can name: time in the low half, day in the high. */
const FIRST_MOMENT = 0x0021_0000;

/** A ZIP archive whose files all bear the same date, so that the same content gives the same bytes. */
export function withoutClock(archive: Uint8Array): Uint8Array {
  const bytes = archive.slice();
  const view = new DataView(bytes.buffer);
  let end = bytes.length - END_BYTES;
  while (end >= 0 && view.getUint32(end, true) !== END_OF_DIRECTORY) end--;
  if (end < 0) throw new Error('the archive has no directory');
  const count = view.getUint16(end + 10, true);
  let entry = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    const local = view.getUint32(entry + 42, true);
    expect(view, entry, CENTRAL_ENTRY);
    expect(view, local, LOCAL_FILE);
    view.setUint32(entry + 12, FIRST_MOMENT, true);
    view.setUint32(local + 10, FIRST_MOMENT, true);
    const tail = [28, 30, 32].reduce((sum, at) => sum + view.getUint16(entry + at, true), 0);
    entry += 46 + tail;
  }
  return bytes;
}

function expect(view: DataView, at: number, signature: number): void {
  if (view.getUint32(at, true) !== signature) throw new Error(`the archive is broken at ${at}`);
}
