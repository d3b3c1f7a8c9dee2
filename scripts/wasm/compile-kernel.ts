import {readFileSync} from 'node:fs';

/** The part of the compiler in use; its own types would bring in another `console` for the whole tree. */
interface Compiler {
  readonly main: (
    args: readonly string[],
    files: {
      readFile: (name: string) => string | null;
      writeFile: (name: string, contents: unknown) => void;
      listFiles: () => readonly string[];
    },
  ) => Promise<{readonly error: Error | null; readonly stderr: {toString(): string}}>;
}

const COMPILER: string = 'assemblyscript/asc';
const SOURCE = new URL('../../assembly/kernel.ts', import.meta.url);

/** A kernel (the sweep's) compiled from its source: the same bytes for the same compiler. */
export async function compileKernel(file: URL = SOURCE): Promise<Uint8Array> {
  const source = readFileSync(file, 'utf8');
  const {default: asc} = (await import(COMPILER)) as {default: Compiler};
  let wasm: Uint8Array | undefined;
  const options =
    '-O3 --noAssert --runtime stub --importMemory --enable simd --outFile kernel.wasm';
  const {error, stderr} = await asc.main(['kernel.ts', ...options.split(' ')], {
    readFile: (name) => (name === 'kernel.ts' ? source : null),
    writeFile: (name, contents) => {
      if (name === 'kernel.wasm') wasm = contents as Uint8Array;
    },
    listFiles: () => [],
  });
  if (error || !wasm) throw new Error(`the kernel does not compile: ${stderr.toString()}`);
  return wasm;
}

/** The TypeScript module that holds the bytes, so that no reader of the package needs a file. */
export function kernelModule(bytes: Uint8Array): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,92}/g) ?? [];
  return `/** WebAssembly of assembly/kernel.ts in base64. Made by \`npm run build:wasm\`: do not edit. */
export const KERNEL_BASE64 = [
${lines.map((line) => `  '${line}',`).join('\n')}
].join('');
`;
}
