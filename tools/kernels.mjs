// `npm run kernels`: writes src/engine/simd/kernels.ts, the types of what the SIMD kernels export.
import { writeKernels } from './assembly-plugin.mjs';

await writeKernels();
