// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are texts of other people's code.
import type { MendedSource } from './mended-sources.ts';

/** English in the code of libraries, which no locale reaches, and what stands there instead. */
export const LIBRARY_WORDS: readonly MendedSource[] = [
  {
    // «4 mục», not «4 các chỉ số»: Vietnamese has no plural to take from the label.
    file: /decap-cms-widget-list\/dist\/esm\/ListControl\.js$/,
    pairs: [
      ['items.size === 1 ? labelSingular.toLowerCase() : label.toLowerCase()', 'labelSingular'],
    ],
  },
  {
    file: /react-select\/dist\/Select-[0-9a-f]+\.esm\.js$/,
    pairs: [
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
    pairs: [
      ["'No options'", "'Không có lựa chọn'"],
      ["'Loading...'", "'Đang tải …'"],
    ],
  },
  {
    file: /@dnd-kit\/core\/dist\/core\.esm\.js$/,
    pairs: [
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
    pairs: [["roleDescription: 'sortable'", "roleDescription: 'mục xếp thứ tự được'"]],
  },
  {
    file: /decap-cms-widget-list\/dist\/esm\/ListControl\.js$/,
    pairs: [["`No ${labelField.get('name')}`", "'mục mới'"]],
  },
  {
    file: /decap-cms-widget-object\/dist\/esm\/ObjectControl\.js$/,
    pairs: [['"No field(s) defined for this widget"', '"Mục này không có phần nào"']],
  },
  {
    file: /decap-cms-core\/dist\/esm\/actions\/mediaLibrary\.js$/,
    pairs: [
      [
        '`${existingFile.name} already exists. Do you want to replace it?`',
        '`Mục này đã có tệp “${existingFile.name}”. Thay tệp cũ bằng tệp mới?`',
      ],
      ['`Failed to persist media: ${error}`', '`Chưa tải tệp lên được: ${error}`'],
    ],
  },
];
