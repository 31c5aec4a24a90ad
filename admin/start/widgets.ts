import CMS from 'decap-cms-core';
import booleanWidget from 'decap-cms-widget-boolean';
import datetime from 'decap-cms-widget-datetime';
import file from 'decap-cms-widget-file';
import image from 'decap-cms-widget-image';
import list from 'decap-cms-widget-list';
import markdown from 'decap-cms-widget-markdown';
import number from 'decap-cms-widget-number';
import object from 'decap-cms-widget-object';
import select from 'decap-cms-widget-select';
import string from 'decap-cms-widget-string';
import text from 'decap-cms-widget-text';
import { NamedList } from './named-list.ts';

const WIDGETS = [
  ...[string, text, number, booleanWidget, datetime, select],
  ...[object, image, file, markdown],
];

/** Registers the widgets the forms use, and no others. */
export function registerWidgets(): void {
  for (const { Widget } of WIDGETS) CMS.registerWidget(Widget());
  CMS.registerWidget(list.Widget({ controlComponent: NamedList }));
}
