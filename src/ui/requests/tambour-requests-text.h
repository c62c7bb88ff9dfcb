/* tambour-requests-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tambour-request-file.h"
#include "tambour-requests.h"

G_BEGIN_DECLS

/* What the list of requests says, in the language of the person. */
char       *tambour_requests_text_title    (const TambourRequestLine *line);
char       *tambour_requests_text_line     (const TambourRequestLine *line,
                                            TambourDate               today);
char       *tambour_requests_text_state    (const TambourRequestLine *line);
char       *tambour_requests_text_factors  (const TambourRequestLine *line);
char       *tambour_requests_text_weight   (const TambourRequestLine *line);
char       *tambour_requests_text_stake    (GArray                   *at_stake);
char       *tambour_requests_text_tell     (guint                     n_to_tell);
char       *tambour_requests_text_accounts (guint                     n_accounts);
const char *tambour_requests_text_part     (const TambourRequestLine *line,
                                            TambourRequestView        view);
char       *tambour_requests_text_subtitle (const TambourRequestList *list);
char       *tambour_requests_text_plain    (GPtrArray                *lines,
                                            TambourDate               today);

/* What the page of one says; in tambour-requests-text-file.c. */
char       *tambour_requests_text_days     (const TambourRequestLine     *line,
                                            TambourDate                   today);
char       *tambour_requests_text_said     (TambourRequestFile           *file,
                                            TambourFrEvidence            *evidence);
char       *tambour_requests_text_asked_as (TambourRequestFile           *file,
                                            TambourFrEvidence            *evidence);
char       *tambour_requests_text_step     (const TambourRequestStep     *step);
const char *tambour_requests_text_listener (const TambourRequestListener *listener);
char       *tambour_requests_text_told     (const TambourRequestListener *listener,
                                            TambourDate                   today);
char       *tambour_requests_text_message  (const TambourRequestFile     *file,
                                            const TambourRequestListener *listener);

G_END_DECLS
