import type {Decay} from '../analysis/access/measures.ts';
import {ACCESS_DEFAULTS, type AccessSettings} from '../analysis/access/region.ts';
import {UserError} from '../errors.ts';

/** Settings of measures as a command is given them. */
export interface AccessArgs {
  readonly decay?: string | undefined;
  readonly dailyMinutes?: number | undefined;
  readonly selfMinutes?: number | undefined;
}

/** Reads the settings; what is not given has its default. */
export function accessSettings(args: AccessArgs): AccessSettings {
  return {
    decay: args.decay === undefined ? ACCESS_DEFAULTS.decay : parseDecay(args.decay),
    dailyMinutes: minutesOf('--daily-minutes', args.dailyMinutes) ?? ACCESS_DEFAULTS.dailyMinutes,
    selfMinutes: minutesOf('--self-minutes', args.selfMinutes) ?? ACCESS_DEFAULTS.selfMinutes,
  };
}

/** `1.5` = (t ÷ 1 h)^−1.5, `exp:0.8` = e^(−0.8·t), t in hours. */
export function parseDecay(text: string): Decay {
  const [, form, number] = /^(exp:)?(\d+(?:\.\d+)?)$/.exec(text.trim()) ?? [];
  const value = Number(number);
  if (number === undefined || value > 10) {
    throw new UserError('E_USAGE', `--decay ${text} is no decay`, {
      hint: 'write --decay 1.5 for (t ÷ 1 h)^−1.5, or --decay exp:0.8 for e^(−0.8 t), t in hours; 0 to 10',
    });
  }
  return form === undefined ? {form: 'power', beta: value} : {form: 'exponential', lambda: value};
}

function minutesOf(option: string, minutes: number | undefined): number | undefined {
  if (minutes === undefined || (minutes >= 1 && minutes <= 1440)) return minutes;
  throw new UserError('E_USAGE', `${option} ${minutes} is not between 1 and 1440`, {
    hint: `write ${option} 60`,
  });
}
