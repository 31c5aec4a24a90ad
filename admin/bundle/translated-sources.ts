// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are texts of other people's code.
/** English that a library has in its code, and what stands there in the bundle instead. */
export interface TranslatedSource {
  /** The module, by the end of its path. */
  file: RegExp;
  /** Pairs of what stands in the module and what takes its place; each must be found. */
  words: readonly (readonly [string, string])[];
}

/**
 * Phrases that no locale reaches. The bundle fails when one is no longer found, so that an
 * update of a library cannot bring English back unseen.
 */
export const TRANSLATED_SOURCES: readonly TranslatedSource[] = [
  {
    file: /react-select\/dist\/Select-[0-9a-f]+\.esm\.js$/,
    words: [
      ["'Loading...'", "'Đang tải …'"],
      ["'No options'", "'Không có lựa chọn'"],
      ["placeholder: 'Select...'", "placeholder: 'Chọn …'"],
      ['" result").concat(count !== 1 ? \'s\' : \'\', " available")', '" kết quả")'],
      [
        '"Use Up and Down to choose options, press Enter to select the currently focused option, press Escape to exit the menu"',
        '"Dùng phím lên, xuống để chọn, Enter để lấy, Escape để thoát"',
      ],
      ["', press Tab to select the option and exit the menu'", "', Tab để lấy và thoát'"],
      ["props['aria-label'] || 'Select'", "props['aria-label'] || 'Ô chọn'"],
      ['" is focused "', '" đang được chọn"'],
      ["',type to refine list'", "', gõ để lọc'"],
      ['", press Down to open the menu, "', '", phím xuống để mở danh sách"'],
      ["' press left to focus selected values'", "', phím trái để tới các mục đã chọn'"],
      [
        "'Use left and right to toggle between focused values, press Backspace to remove the currently focused value'",
        "'Dùng phím trái, phải để chuyển giữa các mục đã chọn, Backspace để bỏ'",
      ],
      ['"option ".concat(label, ", deselected.")', '"Đã bỏ ".concat(label, ".")'],
      ["'All selected options have been cleared.'", "'Đã bỏ mọi mục đã chọn.'"],
      [
        '"option".concat(labels.length > 1 ? \'s\' : \'\', " ").concat(labels.join(\',\'), ", selected.")',
        '"Đã chọn ".concat(labels.join(\', \'), ".")',
      ],
      [
        '"option ".concat(label, " is disabled. Select another option.")',
        '"Không chọn được ".concat(label, ".")',
      ],
      ['"option ".concat(label, ", selected.")', '"Đã chọn ".concat(label, ".")'],
      ['" of ").concat(arr.length)', '" trên ").concat(arr.length)'],
      ['"value ".concat(label, " focused, ")', '"Đang ở ".concat(label, ", ")'],
      ["' disabled'", "' không chọn được'"],
      ["' selected'", "' đã chọn'"],
      ["' for search term '", "' cho '"],
    ],
  },
  {
    file: /react-select\/dist\/index-[0-9a-f]+\.esm\.js$/,
    words: [
      ["'No options'", "'Không có lựa chọn'"],
      ["'Loading...'", "'Đang tải …'"],
    ],
  },
  {
    file: /@dnd-kit\/core\/dist\/core\.esm\.js$/,
    words: [
      [
        '"\\n    To pick up a draggable item, press the space bar.\\n    While dragging, use the arrow keys to move the item.\\n    Press space again to drop the item in its new position, or press escape to cancel.\\n  "',
        '"Nhấn phím cách để nhấc mục, dùng phím mũi tên để chuyển chỗ, nhấn phím cách lần nữa để đặt xuống, Escape để thôi."',
      ],
      ['"Picked up draggable item " + active.id + "."', '"Đã nhấc mục."'],
      [
        '"Draggable item " + active.id + " was moved over droppable area " + over.id + "."',
        '"Mục đang ở một chỗ đặt được."',
      ],
      [
        '"Draggable item " + active.id + " is no longer over a droppable area."',
        '"Mục không còn ở chỗ đặt được."',
      ],
      [
        '"Draggable item " + active.id + " was dropped over droppable area " + over.id',
        '"Đã đặt mục xuống."',
      ],
      ['return "Draggable item " + active.id + " was dropped."', 'return "Đã đặt mục xuống."'],
      [
        '"Dragging was cancelled. Draggable item " + active.id + " was dropped."',
        '"Đã thôi chuyển; mục về chỗ cũ."',
      ],
      ["roleDescription = 'draggable'", "roleDescription = 'mục chuyển chỗ được'"],
    ],
  },
  {
    file: /@dnd-kit\/sortable\/dist\/sortable\.esm\.js$/,
    words: [["roleDescription: 'sortable'", "roleDescription: 'mục xếp thứ tự được'"]],
  },
  {
    file: /decap-cms-widget-list\/dist\/esm\/ListControl\.js$/,
    words: [["`No ${labelField.get('name')}`", "'mục mới'"]],
  },
  {
    file: /decap-cms-widget-object\/dist\/esm\/ObjectControl\.js$/,
    words: [['"No field(s) defined for this widget"', '"Mục này không có phần nào"']],
  },
  {
    file: /decap-cms-core\/dist\/esm\/actions\/editorialWorkflow\.js$/,
    words: [
      // Of a field filled in wrongly, not left empty, nothing was said but below the field.
      ['if (hasPresenceErrors) {', '{'],
      // The board showed all day what had stood on it in the morning.
      ['|| entriesLoaded || entriesLoading', '|| entriesLoading'],
      // What could not be dropped was said to have been dropped.
      [
        "key: 'ui.toast.onDeleteUnpublishedChanges',\n          details: error",
        "key: 'ui.toast.onFailToDelete',\n          details: error",
      ],
    ],
  },
  {
    // A box around a field has no role, so no name either; it was called `string` or `object`.
    file: /decap-cms-core\/dist\/esm\/components\/Editor\/EditorControlPane\/EditorControl\.js$/,
    words: [
      [
        '"aria-label": t(\'editor.editorControl.field.widgetLabel\'',
        "'data-field': t('editor.editorControl.field.widgetLabel'",
      ],
    ],
  },
  {
    // A form that is left holds an empty entry, not none: the next one would be drawn empty first.
    file: /decap-cms-core\/dist\/esm\/components\/Editor\/Editor\.js$/,
    words: [
      [
        "entryDraft.get('entry') === undefined",
        "entryDraft.get('entry') === undefined || !newEntry && !entryDraft.getIn(['entry', 'path'])",
      ],
    ],
  },
  {
    // Dates of notes would follow the language of the browser.
    file: /decap-cms-core\/dist\/esm\/components\/Editor\/EditorNotesPane\/NoteItem\.js$/,
    words: [['toLocaleString(undefined,', "toLocaleString('vi-VN',"]],
  },
  {
    file: /decap-cms-core\/dist\/esm\/actions\/mediaLibrary\.js$/,
    words: [
      [
        '`${existingFile.name} already exists. Do you want to replace it?`',
        '`Mục này đã có tệp “${existingFile.name}”. Thay tệp cũ bằng tệp mới?`',
      ],
      ['`Failed to persist media: ${error}`', '`Chưa tải tệp lên được: ${error}`'],
    ],
  },
];

/** What the bundler needs of a plugin; Vite's own type asks for its whole machinery. */
export interface SourcePlugin {
  name: string;
  transform: (code: string, id: string) => string | undefined;
  buildEnd: (error?: Error) => void;
}

/** Puts the words above into the libraries on their way into the bundle. */
export function translateSources(sources = TRANSLATED_SOURCES): SourcePlugin {
  const missing = new Set(sources.flatMap(({ words }) => words.map(([english]) => english)));
  return {
    name: 'cchc-translate-sources',
    transform(code, id) {
      const path = id.split('?')[0] ?? id;
      const found = sources.filter(({ file }) => file.test(path));
      if (found.length === 0) return undefined;
      return found
        .flatMap(({ words }) => words)
        .reduce((text, [english, ours]) => {
          if (text.includes(english)) missing.delete(english);
          return text.replaceAll(english, () => ours);
        }, code);
    },
    buildEnd(error) {
      if (error || missing.size === 0) return;
      throw new Error(`No longer in a library's code:\n${[...missing].join('\n')}`);
    },
  };
}
