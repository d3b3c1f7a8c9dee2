import {
  dayOption,
  placesOption,
  populationOptions,
  projectOptions,
  quietOption,
  railOptions,
  reportOptions,
  speedOptions,
} from '../common-options.ts';
import {defineCommand} from '../define-command.ts';
import {terminalProgress} from '../progress.ts';
import {print, say} from '../terminal.ts';

const OPEN_TO_OTHERS =
  'warning: other machines can reach this address; whoever has the link below has the data';

export const serveCommand = defineCommand({
  builder: (y) =>
    reportOptions(
      populationOptions(
        projectOptions(railOptions(placesOption(speedOptions(quietOption(dayOption(y)))))),
      ),
    )
      .positional('network', {
        type: 'string',
        demandOption: true,
        describe: 'a .gtn file, or an extract to import on the spot · 路网文件',
      })
      .option('review', {
        type: 'string',
        requiresArg: true,
        describe: 'file in which verdicts on dead ends are kept, new or known · 断头路复核文件',
      })
      .option('port', {
        type: 'number',
        default: 0,
        requiresArg: true,
        describe: '0 = any that is free · 端口',
      })
      .option('host', {
        type: 'string',
        default: '127.0.0.1',
        requiresArg: true,
        describe: 'address to listen on; others than this machine need the token · 监听地址',
      }),
  handler: async (args) => {
    const [{workbenchOptions}, {reportAsk}, {openRemoteDesk}, {listen}] = await Promise.all([
      import('../open-bench.ts'),
      import('../report-ask.ts'),
      import('../../server/remote-desk.ts'),
      import('../../server/listen.ts'),
    ]);
    const progress = terminalProgress(args.quiet);
    const {port, host, ...asked} = args;
    const options = await workbenchOptions({...asked, times: true});
    const report = await reportAsk(asked);
    const desk = await openRemoteDesk({...options, report}, progress.step).finally(() =>
      progress.end(),
    );
    try {
      const {url, loopback, close} = await listen({desk, port, host});
      if (!loopback) say(OPEN_TO_OTHERS);
      await print(`${url}\n`);
      await new Promise<void>((resolve) => process.once('SIGTERM', resolve));
      await close();
    } finally {
      await desk.close();
    }
  },
});
