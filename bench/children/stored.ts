import {answer} from '../child.ts';
import {measureStored} from '../stored.ts';

/** Writing a network with its engine to a file, and the opening of that file. */
await answer((network, say) => {
  for (const measured of measureStored(network, `${process.argv[2]}.gtn`)) {
    say.line({kind: 'ours', measured});
  }
});
