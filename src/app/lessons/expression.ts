/** A value that an expression works on: a measurement, a setting, or nothing (NaN). */
export type Fact = number | string | boolean;

/** Looks a name up, such as `dqn.believedReturn` or `settings.cql.alpha`; NaN where it is not known (yet). */
export type Facts = (name: string) => Fact;

/** A compiled expression of a lesson: plain data, so that it travels in the built page. */
export type Expression =
  | { readonly type: 'value'; readonly value: Fact }
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'not' | 'minus' | 'size'; readonly of: Expression }
  | {
      readonly type: 'both';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    };

export const OPERATORS = [
  '+',
  '-',
  '*',
  '/',
  '<',
  '<=',
  '>',
  '>=',
  '==',
  '!=',
  '&&',
  '||',
] as const;
export type Operator = (typeof OPERATORS)[number];

function isTrue(fact: Fact): boolean {
  return typeof fact === 'number' ? !Number.isNaN(fact) && fact !== 0 : fact === true;
}

function combine(operator: Operator, left: Fact, right: Fact): Fact {
  switch (operator) {
    case '&&':
      return isTrue(left) && isTrue(right);
    case '||':
      return isTrue(left) || isTrue(right);
    case '==':
      return left === right;
    case '!=':
      return left !== right;
  }
  // Whatever is no number compares as false and adds up to nothing.
  const [a, b] = [left, right].map((fact) => (typeof fact === 'number' ? fact : Number.NaN));
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
  }
}

/** What an expression amounts to; comparisons with what is not known are false. */
export function evaluate(expression: Expression, facts: Facts): Fact {
  switch (expression.type) {
    case 'value':
      return expression.value;
    case 'name':
      return facts(expression.name);
    case 'not':
      return !isTrue(evaluate(expression.of, facts));
    case 'minus':
    case 'size': {
      const value = Number(evaluate(expression.of, facts));
      return expression.type === 'minus' ? -value : Math.abs(value);
    }
    case 'both':
      return combine(
        expression.operator,
        evaluate(expression.left, facts),
        evaluate(expression.right, facts),
      );
  }
}

/** Whether an expression holds. */
export function holds(expression: Expression, facts: Facts): boolean {
  return isTrue(evaluate(expression, facts));
}

/** The number that an expression amounts to; NaN where it is none, or not known yet. */
export function numberOf(expression: Expression, facts: Facts): number {
  const value = evaluate(expression, facts);
  return typeof value === 'number' ? value : Number.NaN;
}

/** Names that an expression looks up. */
export function namesIn(expression: Expression): readonly string[] {
  switch (expression.type) {
    case 'value':
      return [];
    case 'name':
      return [expression.name];
    case 'both':
      return [...namesIn(expression.left), ...namesIn(expression.right)];
    default:
      return namesIn(expression.of);
  }
}
