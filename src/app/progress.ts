/** How long work tells where it stands; the command line draws it, a library caller may ignore it. */
export interface Progress {
  /** A step begins. */
  readonly step: (name: string) => void;
  /** So much of the step is done, in its own unit. */
  readonly tick: (step: string, done: number) => void;
}

export const SILENT: Progress = {step: () => {}, tick: () => {}};
