import type { MendedSource } from './mended-sources.ts';

/** Faults of Decap that nothing of ours can reach from outside, and what stands there instead. */
export const LIBRARY_FAULTS: readonly MendedSource[] = [
  {
    file: /decap-cms-core\/dist\/esm\/actions\/editorialWorkflow\.js$/,
    pairs: [
      // Of a field filled in wrongly, not left empty, nothing was said but below the field.
      ['if (hasPresenceErrors) {', '{'],
      // The board showed all day what had stood on it in the morning.
      ['|| entriesLoaded || entriesLoading', '|| entriesLoading'],
      // What could not be dropped was said to have been dropped.
      [
        "key: 'ui.toast.onDeleteUnpublishedChanges',\n          details: error",
        "key: 'ui.toast.onFailToDelete',\n          details: error",
      ],
      // What the server refused to drop was treated as dropped; see the editor below.
      [
        'dispatch(unpublishedEntryDeleteError(collection, slug));',
        "dispatch(unpublishedEntryDeleteError(collection, slug)); return 'refused';",
      ],
    ],
  },
  {
    // A box around a field has no role, so no name either; it was called `string` or `object`.
    file: /decap-cms-core\/dist\/esm\/components\/Editor\/EditorControlPane\/EditorControl\.js$/,
    pairs: [
      [
        '"aria-label": t(\'editor.editorControl.field.widgetLabel\'',
        "'data-field': t('editor.editorControl.field.widgetLabel'",
      ],
    ],
  },
  {
    // A form that is left holds an empty entry, not none: the next one would be drawn empty first.
    file: /decap-cms-core\/dist\/esm\/components\/Editor\/Editor\.js$/,
    pairs: [
      [
        "entryDraft.get('entry') === undefined",
        "entryDraft.get('entry') === undefined || !newEntry && !entryDraft.getIn(['entry', 'path'])",
      ],
      [
        "await deleteUnpublishedEntry(collection.get('name'), slug);",
        "if (await deleteUnpublishedEntry(collection.get('name'), slug) === 'refused') return;",
      ],
    ],
  },
  {
    // A card of the board began with the text as it is written, blocks and all.
    file: /decap-cms-core\/dist\/esm\/components\/Workflow\/WorkflowList\.js$/,
    pairs: [["entry.getIn(['data', 'body'])", "entry.getIn(['data', 'summary'])"]],
  },
  {
    // The link to the site was named after its host, which on an office's network is a number.
    file: /decap-cms-core\/dist\/esm\/components\/UI\/SettingsDropdown\.js$/,
    pairs: [['children: stripProtocol(displayUrl)', "children: 'Trang công khai'"]],
  },
  {
    // To who cannot see it, a text without a name is any text.
    file: /decap-cms-widget-markdown\/dist\/esm\/MarkdownControl\/VisualEditor\.js$/,
    pairs: [
      [
        'onKeyDown: handleKeyDown,',
        "onKeyDown: handleKeyDown, 'aria-label': field.get('label'), 'aria-multiline': true,",
      ],
    ],
  },
  {
    file: /decap-cms-widget-markdown\/dist\/esm\/MarkdownControl\/RawEditor\.js$/,
    pairs: [
      [
        'value: value,\n          onChange: handleChange',
        "value: value, 'aria-label': field.get('label'), 'aria-multiline': true,\n          onChange: handleChange",
      ],
    ],
  },
  {
    // Dates of notes would follow the language of the browser.
    file: /decap-cms-core\/dist\/esm\/components\/Editor\/EditorNotesPane\/NoteItem\.js$/,
    pairs: [['toLocaleString(undefined,', "toLocaleString('vi-VN',"]],
  },
];
