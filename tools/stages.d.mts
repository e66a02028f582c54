export interface Stage {
  readonly name: string;
  readonly title: string;
  readonly script: readonly string[];
  readonly built?: boolean;
}
export const STAGES: readonly Stage[];
export function stagesFor(args: readonly string[]): readonly Stage[];
