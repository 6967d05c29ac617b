import { readFileSync } from "node:fs";
import ts from "typescript";

/**
 * The titles of the tests in a file. `test.each` keeps its placeholders; where the title is no more than the first
 * column of the table, its rows are the titles.
 */
export function testTitles(path: string): readonly string[] {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest);
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) titles.push(...titlesOfCall(node, source));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return titles;
}

/** `test("title", …)` or `test.each(table)("title", …)`; a test that is skipped is no test. */
function titlesOfCall({ expression, arguments: given }: ts.CallExpression, source: ts.SourceFile) {
  const [title] = given;
  if (title === undefined || !ts.isStringLiteralLike(title)) return [];
  if (ts.isIdentifier(expression) && expression.text === "test") return [title.text];
  if (!ts.isCallExpression(expression) || !isTestEach(expression.expression)) return [];
  const [table] = expression.arguments;
  const rows = table !== undefined && title.text.startsWith("%s") ? firstColumn(table, source) : [];
  return [title.text, ...rows];
}

const isTestEach = (node: ts.Expression): boolean =>
  ts.isPropertyAccessExpression(node) &&
  node.name.text === "each" &&
  ts.isIdentifier(node.expression) &&
  node.expression.text === "test";

/** The strings that the rows of a table begin with; a table that has a name is looked up in its file. */
function firstColumn(table: ts.Node, source: ts.SourceFile): readonly string[] {
  if (ts.isAsExpression(table)) return firstColumn(table.expression, source);
  if (ts.isIdentifier(table)) {
    const named = tableCalled(table.text, source);
    return named === undefined ? [] : firstColumn(named, source);
  }
  if (!ts.isArrayLiteralExpression(table)) return [];
  return table.elements.flatMap((row) => {
    const first = ts.isArrayLiteralExpression(row) ? row.elements[0] : row;
    return first !== undefined && ts.isStringLiteralLike(first) ? [first.text] : [];
  });
}

function tableCalled(name: string, source: ts.SourceFile): ts.Expression | undefined {
  let found: ts.Expression | undefined;
  const visit = (node: ts.Node): void => {
    const isIt = ts.isVariableDeclaration(node) && ts.isIdentifier(node.name);
    if (isIt && node.name.text === name) found = node.initializer;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
