import type {CommandModule} from 'yargs';

/** A yargs command whose handler's arguments are typed by its own options. */
export function defineCommand<Options>(
  module: CommandModule<object, Options>,
): CommandModule<object, unknown> {
  return module as CommandModule<object, unknown>;
}
