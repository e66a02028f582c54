/**
 * Lets React live with a page that the browser translates. Chrome's translator, and others like it, put
 * `<font>` elements where text was, some with the text moved into them, some instead of it. React keeps
 * its text nodes and takes for granted that they are where it put them: the next change of such a text
 * throws, and an error while drawing takes the whole page away.
 *
 * Imported before anything is drawn. A text that was moved is found where it is, one that was replaced
 * comes back into its place as soon as it changes, and is then translated anew.
 */

const isStandIn = (node: Node | null | undefined): node is HTMLElement => node?.nodeName === 'FONT';

/** Texts that a stand-in took the place of, in their order, and the other way round. */
const replaced = new WeakMap<Node, Node[]>();
const standIns = new WeakMap<Node, HTMLElement>();

function note(records: readonly MutationRecord[]): void {
  for (const { addedNodes, removedNodes, previousSibling, nextSibling } of records) {
    for (const text of removedNodes) {
      if (text.nodeType !== Node.TEXT_NODE || text.parentNode !== null) continue;
      const standIn = [...addedNodes, previousSibling, nextSibling].find(isStandIn);
      if (standIn === undefined) continue;
      standIns.set(text, standIn);
      const others = replaced.get(standIn) ?? [];
      if (!others.includes(text)) replaced.set(standIn, [...others, text]);
    }
  }
}

const watcher = new MutationObserver(note);

/** What stands for a text that is not in the page itself; null where nothing does. */
function standInOf(text: Node): HTMLElement | null {
  note(watcher.takeRecords());
  const standIn = standIns.get(text);
  return standIn?.isConnected ? standIn : null;
}

/** Puts a replaced text, and all that was replaced together with it, back into its place. */
function comeBack(text: Node): void {
  const standIn = standInOf(text);
  if (standIn === null) return;
  const texts = (replaced.get(standIn) ?? []).filter((one) => one.parentNode === null);
  for (const one of texts) standIns.delete(one);
  replaced.delete(standIn);
  standIn.replaceWith(...(texts as Text[]));
}

/** The child of `parent` that a node is within, after it was brought back if it had to be; null if there is none. */
function childWithin(parent: Node, node: Node): Node | null {
  if (node.parentNode === null) comeBack(node);
  let at: Node | null = node;
  while (at !== null && at.parentNode !== parent) at = at.parentNode;
  return at;
}

const { insertBefore, removeChild } = Node.prototype;

Node.prototype.removeChild = function guarded<T extends Node>(this: Node, child: T): T {
  if (child.parentNode === this) return removeChild.call(this, child) as T;
  if (childWithin(this, child) === null) return child;
  // What was moved goes by itself: another text may have been moved along with it.
  let parent = child.parentNode;
  if (parent !== null) removeChild.call(parent, child);
  while (parent !== null && parent !== this && isStandIn(parent) && !parent.hasChildNodes()) {
    const above: ParentNode | null = parent.parentNode;
    if (above !== null) removeChild.call(above, parent);
    parent = above;
  }
  return child;
};

Node.prototype.insertBefore = function guarded<T extends Node>(
  this: Node,
  node: T,
  before: Node | null,
): T {
  const at = before === null || before.parentNode === this ? before : childWithin(this, before);
  return insertBefore.call(this, node, at) as T;
};

const nodeValue = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeValue');
if (nodeValue?.set) {
  const { set } = nodeValue;
  Object.defineProperty(Node.prototype, 'nodeValue', {
    ...nodeValue,
    set(this: Node, value: string | null) {
      if (this.parentNode === null && this.nodeType === Node.TEXT_NODE) comeBack(this);
      set.call(this, value);
    },
  });
}

watcher.observe(document, { childList: true, subtree: true });
