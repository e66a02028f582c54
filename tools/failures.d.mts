export function failuresIn(output: string, most?: number): string[];
