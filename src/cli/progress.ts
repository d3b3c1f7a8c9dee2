/** How a command tells where it stands; structurally the `Progress` of the app. */
export interface TerminalProgress {
  readonly step: (name: string) => void;
  readonly tick: (step: string, done: number, total?: number) => void;
  /** Clears what is still drawn. */
  readonly end: () => void;
}

const REDRAW_MS = 100;
/** Before so much time and so large a share, the remaining time is a guess nobody needs. */
const TELL_AFTER_MS = 1500;
const TELL_FROM_SHARE = 0.01;

/**
 * Progress on stderr: one line redrawn in place with amount, rate and remaining time on a terminal, a
 * plain line a step elsewhere, nothing with `quiet`.
 */
export function terminalProgress(quiet: boolean): TerminalProgress {
  if (quiet) return {step: () => {}, tick: () => {}, end: () => {}};
  const live = process.stderr.isTTY === true;
  let started = Date.now();
  let startedAt = 0;
  let ticking = '';
  let drawnAt = 0;
  const draw = (text: string): void => {
    process.stderr.write(`\r\u001b[2K${oneTerminalLine(text)}`);
  };
  return {
    step: (name) => {
      ticking = '';
      if (live) draw(`guantong: ${name} …`);
      else process.stderr.write(`guantong: ${oneTerminalLine(name)}\n`);
    },
    tick: (step, done, total) => {
      const now = Date.now();
      if (step !== ticking) {
        ticking = step;
        started = now;
        startedAt = done;
      }
      if (!live || now - drawnAt < REDRAW_MS) return;
      drawnAt = now;
      draw(`guantong: ${progressText(step, done, total, now - started, startedAt)}`);
    },
    end: () => {
      if (live) draw('');
    },
  };
}

/**
 * `read 12.0 of 42.1 MB, 6.0 MB/s, 5 s left`: bytes done of all, the rate since the step began with
 * `doneBefore` bytes, and what is left at that rate once there is something to go by.
 */
export function progressText(
  step: string,
  done: number,
  total: number | undefined,
  elapsedMs: number,
  doneBefore = 0,
): string {
  if (done === 0) return `${step} …`;
  const perS = (done - doneBefore) / Math.max(0.001, elapsedMs / 1000);
  const amount = total === undefined ? '' : ` of ${megabytes(total)}`;
  const text = `${step} ${megabytes(done)}${amount} MB, ${megabytes(perS)} MB/s`;
  const share = total === undefined ? 0 : (done - doneBefore) / total;
  if (elapsedMs < TELL_AFTER_MS || share < TELL_FROM_SHARE) return text;
  return `${text}, ${duration((total! - done) / perS)} left`;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

function duration(seconds: number): string {
  const s = Math.max(0, Math.ceil(seconds));
  if (s < 60) return `${s} s`;
  if (s < 3600) return `${Math.floor(s / 60)} min ${s % 60} s`;
  return `${Math.floor(s / 3600)} h ${Math.floor((s % 3600) / 60)} min`;
}

/** Names from outside (a server, a file) must not steer the terminal. */
function oneTerminalLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ');
}
