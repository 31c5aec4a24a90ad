import type { MendedSource } from './mended-sources.ts';

const TOOLBAR = /decap-cms-core\/dist\/esm\/components\/Editor\/EditorToolbar\.js$/;
const CARD = /decap-cms-core\/dist\/esm\/components\/Workflow\/WorkflowCard\.js$/;

/**
 * Decap knows of one right, to publish, and minds it at one button. Here whatever only a publisher
 * or a reviewer may do is offered to them alone; the server decides all the same. A collection
 * bears the rights of who has it open, see `decapCollections`.
 */
export const LIBRARY_RIGHTS: readonly MendedSource[] = [
  {
    file: TOOLBAR,
    pairs: [
      // Deleting a draft is the publisher's.
      [
        '(!showDelete || useOpenAuthoring) && !hasUnpublishedChanges && !isModification ? null',
        "!collection.get('publish') || (!showDelete || useOpenAuthoring) && !hasUnpublishedChanges && !isModification ? null",
      ],
      // Passing a draft on is the reviewer's.
      [
        "useOpenAuthoring ? '' : _jsx(StatusDropdownItem",
        "useOpenAuthoring || !this.props.collection.get('review') ? '' : _jsx(StatusDropdownItem",
      ],
    ],
  },
  {
    // A file belongs to an entry; one that stood alone would be refused.
    file: /decap-cms-core\/dist\/esm\/reducers\/mediaLibrary\.js$/,
    pairs: [['showMediaButton: true', 'showMediaButton: false']],
  },
  {
    // Both buttons of a card on the board are the publisher's.
    file: CARD,
    pairs: [
      ['}), _jsxs(CardButtonContainer, {', '}), allowPublish && _jsxs(CardButtonContainer, {'],
    ],
  },
];
