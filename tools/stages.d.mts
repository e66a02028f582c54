export interface Stage {
  readonly name: string;
  readonly title: string;
  readonly script: readonly string[];
  readonly built?: boolean;
  readonly alone?: boolean;
}
export const STAGES: readonly Stage[];
export function stagesFor(args: readonly string[]): readonly Stage[];
export function stagesToBegin(
  waiting: readonly Stage[],
  running: readonly Stage[],
  lanes: number,
): readonly Stage[];
