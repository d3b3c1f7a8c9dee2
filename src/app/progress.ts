/** How long work tells where it stands; the command line draws it, a library caller may ignore it. */
export interface Progress {
  /** A step begins. */
  readonly step: (name: string) => void;
  /** So many bytes of the step are done, of so many in all where that is known. */
  readonly tick: (step: string, done: number, total?: number) => void;
}

export const SILENT: Progress = {step: () => {}, tick: () => {}};
