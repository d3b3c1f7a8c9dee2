import yargs, {type Argv} from 'yargs';
import {removeUnfinished} from '../app/files.ts';
import {toolVersion} from '../app/version.ts';
import {UserError} from '../errors.ts';
import {COMMANDS} from './commands.ts';
import {tellFailure} from './terminal.ts';

/** Runs the command line; gives the exit code: 0 done, 1 bad input, 2 usage, 70 a bug, 130 Ctrl-C. */
export async function main(argv: readonly string[]): Promise<number> {
  process.once('SIGINT', () => {
    removeUnfinished();
    process.exit(130);
  });
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  try {
    await parser(argv).parseAsync();
    return 0;
  } catch (error) {
    // yargs throws past `fail` for a command whose options were read late
    return tellFailure(
      (error as Error)?.name === 'YError' ? usage((error as Error).message) : error,
    );
  }
}

function usage(message: string): UserError {
  return new UserError('E_USAGE', message.replaceAll('\n', ' '), {
    hint: 'guantong --help lists the commands, guantong COMMAND --help their options',
  });
}

function parser(argv: readonly string[]) {
  let y = yargs([...argv])
    .scriptName('guantong')
    .locale('en')
    .usage(
      'guantong (贯通): where border regions are cut off, and which link would mend it\n\n$0 <command>',
    )
    .version(toolVersion())
    .help()
    .alias('help', 'h')
    .completion('completion', 'print a completion script for bash or zsh · 命令补全脚本')
    .demandCommand(1, 'name a command')
    .recommendCommands()
    .strict()
    .exitProcess(false)
    .wrap(100)
    .fail((message, error) => {
      if (error && error.name !== 'YError') throw error;
      throw usage(message ?? error.message);
    });
  for (const {command, describe, load} of COMMANDS) {
    y = y.command(
      command,
      describe,
      async (own) => {
        const {builder} = await load();
        return (builder as (y: Argv) => Argv)(own);
      },
      async (args) => (await load()).handler(args),
    );
  }
  return y;
}
