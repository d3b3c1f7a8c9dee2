import fc from 'fast-check';

/**
 * Random cases of all property tests come from one seed, so that the same code gives the same verdict on
 * every machine. `GUANTONG_SEED=7 npx vitest run FILE` looks at other cases: a law must hold for any.
 */
const given = process.env['GUANTONG_SEED'] ?? '1';
const seed = Number(given);
if (!Number.isSafeInteger(seed)) throw new Error(`GUANTONG_SEED=${given} is no whole number`);
fc.configureGlobal({...fc.readConfigureGlobal(), seed});
