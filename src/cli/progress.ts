/** How a command tells where it stands; structurally the `Progress` of the app. */
export interface TerminalProgress {
  readonly step: (name: string) => void;
  readonly tick: (step: string, done: number) => void;
  /** Clears what is still drawn. */
  readonly end: () => void;
}

const REDRAW_MS = 100;

/**
 * Progress on stderr: one line redrawn in place with amount and rate on a terminal, a plain line a
 * step elsewhere, nothing with `quiet`.
 */
export function terminalProgress(quiet: boolean): TerminalProgress {
  if (quiet) return {step: () => {}, tick: () => {}, end: () => {}};
  const live = process.stderr.isTTY === true;
  let started = Date.now();
  let drawnAt = 0;
  const draw = (text: string): void => {
    process.stderr.write(`\r\u001b[2K${text}`);
  };
  return {
    step: (name) => {
      started = Date.now();
      if (live) draw(`guantong: ${name} …`);
      else process.stderr.write(`guantong: ${name}\n`);
    },
    tick: (step, done) => {
      const now = Date.now();
      if (!live || now - drawnAt < REDRAW_MS) return;
      drawnAt = now;
      const megabytes = done / 1e6;
      const rate = megabytes / Math.max(0.001, (now - started) / 1000);
      draw(`guantong: ${step} ${megabytes.toFixed(1)} MB, ${rate.toFixed(1)} MB/s`);
    },
    end: () => {
      if (live) draw('');
    },
  };
}
