/* fuzz-record.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-kinds.h"
#include "tambour-record-json.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

/* What is accepted as a record comes back the same from its JSON and its texts. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr(JsonNode) node = json_from_string (text, NULL);
  g_autoptr(TambourRecord) record = node ? tambour_record_unpack (node, NULL) : NULL;
  g_autoptr(TambourRecord) back = NULL;
  g_autoptr(TambourRecord) copy = NULL;
  g_autoptr(JsonNode) packed = NULL;

  if (record == NULL)
    return 0;

  packed = tambour_record_pack (record);
  back = tambour_record_unpack (packed, NULL);
  g_assert_nonnull (back);
  g_assert_true (tambour_record_equal (record, back));

  copy = tambour_record_new (G_OBJECT_TYPE (record), record->id);
  for (guint i = 0; i < TAMBOUR_RECORD_GET_CLASS (record)->n_fields; i++)
    {
      const TambourField *field = &TAMBOUR_RECORD_GET_CLASS (record)->fields[i];
      g_autofree char *shown = tambour_field_dup_text (field, record);

      g_assert_true (tambour_field_set_text (field, copy, shown, NULL));
    }

  return 0;
}
