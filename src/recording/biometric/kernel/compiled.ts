import { readFileSync } from 'node:fs';

/** A kernel compiled from the AssemblyScript beside this file. Instances of one module share what the machine learns about its code. */
export function compiledKernel(
  name: 'cylinder' | 'first-stage' | 'line-filter' | 'scan' | 'similar',
): WebAssembly.Module {
  return new WebAssembly.Module(bytesOf(name));
}

/** A kernel with instructions that not every engine of WebAssembly knows; null where this one does not. */
export function compiledIfKnown(name: 'relaxed-dots'): WebAssembly.Module | null {
  const bytes = bytesOf(name);
  return WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : null;
}

function bytesOf(name: string): Buffer<ArrayBuffer> {
  return readFileSync(new URL(`./${name}.wasm`, import.meta.url));
}

const PAGE = 65_536;

/** An instance with `bytes` of memory of its own. */
export function instanceOf<Kernel>(module: WebAssembly.Module, bytes: number): Kernel & { memory: WebAssembly.Memory } {
  const made = new WebAssembly.Instance(module, {}).exports as Kernel & { memory: WebAssembly.Memory };
  const missing = bytes - made.memory.buffer.byteLength;
  if (missing > 0) made.memory.grow(Math.ceil(missing / PAGE));
  return made;
}
