import { createElement, type ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ShownNode } from '../model/desk.js';
import { read } from './api.js';
import { report } from './chosen.js';
import { MarkedWords } from './mark.js';
import { ReadBlocks } from './read-blocks.js';

/** The server lets through a few elements and no attributes but spans; here they become nodes, never HTML. */
function drawn(node: ShownNode, key: number): ComponentChildren {
  if (typeof node === 'string') return node;
  const children = node.children.map(drawn);
  if (node.figure !== undefined)
    return (
      <MarkedWords key={key} figure={node.figure}>
        {children}
      </MarkedWords>
    );
  const [colSpan, rowSpan] = node.span ?? [];
  return createElement(node.tag, { key, ...(node.span ? { colSpan, rowSpan } : {}) }, ...children);
}

interface Props {
  readonly sha256: string;
  readonly onGone: (why: string) => void;
}

/** A DOCX as it was written; its text as it was read until that is there. */
export default function WordView({ sha256, onGone }: Props) {
  const [nodes, setNodes] = useState<readonly ShownNode[] | null>(null);
  useEffect(() => {
    let wanted = true;
    read<{ nodes: readonly ShownNode[] }>(`/api/documents/${sha256}/view`)
      .then((it) => wanted && setNodes(it.nodes))
      .catch((error: Error) => wanted && onGone(error.message));
    return () => void (wanted = false);
  }, [sha256]);
  if (nodes === null) return report.value && <ReadBlocks report={report.value} />;
  return <article class="sheet word">{nodes.map(drawn)}</article>;
}
