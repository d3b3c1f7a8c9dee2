import yargs from 'yargs';
import {removeUnfinished} from '../app/files.ts';
import {toolVersion} from '../app/version.ts';
import {UserError} from '../errors.ts';
import {accessCommand} from './commands/access.ts';
import {candidatesCommand} from './commands/candidates.ts';
import {circleCommand} from './commands/circle.ts';
import {compareCommand} from './commands/compare.ts';
import {deadEndsCommand} from './commands/deadends.ts';
import {demoCommand} from './commands/demo.ts';
import {densityCommand} from './commands/density.ts';
import {detourCommand} from './commands/detour.ts';
import {exportCommand} from './commands/export.ts';
import {fetchCommand} from './commands/fetch.ts';
import {gatewaysCommand} from './commands/gateways.ts';
import {importCommand} from './commands/import.ts';
import {infoCommand} from './commands/info.ts';
import {matrixCommand} from './commands/matrix.ts';
import {openedCommand} from './commands/opened.ts';
import {permeabilityCommand} from './commands/permeability.ts';
import {reportCommand} from './commands/report.ts';
import {reviewCommand} from './commands/review.ts';
import {routeCommand} from './commands/route.ts';
import {scoreCommand} from './commands/score.ts';
import {serveCommand} from './commands/serve.ts';
import {validateCommand} from './commands/validate.ts';
import {tellFailure} from './terminal.ts';

const COMMANDS = [
  demoCommand,
  importCommand,
  fetchCommand,
  infoCommand,
  routeCommand,
  detourCommand,
  matrixCommand,
  deadEndsCommand,
  reviewCommand,
  candidatesCommand,
  densityCommand,
  permeabilityCommand,
  circleCommand,
  accessCommand,
  gatewaysCommand,
  scoreCommand,
  openedCommand,
  validateCommand,
  reportCommand,
  serveCommand,
  compareCommand,
  exportCommand,
];

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
    return tellFailure(error);
  }
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
      throw new UserError('E_USAGE', (message ?? error.message).replaceAll('\n', ' '), {
        hint: 'guantong --help lists the commands, guantong COMMAND --help their options',
      });
    });
  for (const command of COMMANDS) y = y.command(command);
  return y;
}
