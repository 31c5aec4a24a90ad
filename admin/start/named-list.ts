import list from 'decap-cms-widget-list';
import type { DecapField } from '../forms/decap-field.ts';
import { itemNames } from '../forms/item-names.ts';

/** What an item shows while nothing is filled in. */
const EMPTY = 'Chưa ghi';

type Item = Parameters<(typeof list.controlComponent)['prototype']['objectLabel']>[0];

/** Decap's list, whose folded items show what people call things by, not how they are stored. */
export class NamedList extends list.controlComponent {
  override objectLabel(item: Item): string {
    const fields = this.props.field.get('fields')?.toJS() as DecapField[] | undefined;
    if (!fields) return super.objectLabel(item);
    const label = super.objectLabel(item.merge(itemNames(item.toJS(), fields)));
    return label.replace(/^ · | · $/g, '').trim() || EMPTY;
  }
}
