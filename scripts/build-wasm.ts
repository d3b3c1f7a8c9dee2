import {writeFileSync} from 'node:fs';
import {compileKernel, kernelModule} from './wasm/compile-kernel.ts';

/** Makes the module with the bytes of the sweep kernel; run it after a change in assembly/. */
const target = new URL('../src/graph/search/sweep/kernel-bytes.ts', import.meta.url);
const bytes = await compileKernel();
writeFileSync(target, kernelModule(bytes));
console.log(`${target.pathname}: ${bytes.length} bytes of WebAssembly`);
