import type {CommandModule} from 'yargs';

/** Options and work of a command, whose handler's arguments are typed by its own options. */
export function defineCommand<Options>(
  module: Pick<CommandModule<object, Options>, 'builder' | 'handler'>,
): CommandModule<object, unknown> {
  return module as CommandModule<object, unknown>;
}
