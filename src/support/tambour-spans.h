/* tambour-spans.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-coverage.h"

G_BEGIN_DECLS

/* Arrays of TambourSpan, in seconds, half-open: what was united is in order and apart. */
gboolean tambour_span_clip           (TambourSpan *span,
                                      gint64       from,
                                      gint64       to);
void     tambour_spans_unite         (GArray      *spans);
gint64   tambour_spans_length        (GArray      *spans);
gint64   tambour_spans_common_length (GArray      *a,
                                      GArray      *b);

G_END_DECLS
