/* tambour-knowledge-detail.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tambour-portfolio.h"
#include "tambour-record.h"

G_BEGIN_DECLS

#define TAMBOUR_TYPE_KNOWLEDGE_DETAIL (tambour_knowledge_detail_get_type ())
G_DECLARE_FINAL_TYPE (TambourKnowledgeDetail, tambour_knowledge_detail, TAMBOUR, KNOWLEDGE_DETAIL, AdwBin)

void     tambour_knowledge_detail_show_note        (TambourKnowledgeDetail *self,
                                                    TambourPortfolio       *portfolio,
                                                    TambourRecordClass     *klass,
                                                    const char             *id,
                                                    const char             *account_id);
void     tambour_knowledge_detail_show_environment (TambourKnowledgeDetail *self,
                                                    TambourPortfolio       *portfolio,
                                                    const char             *id);
void     tambour_knowledge_detail_show_nothing     (TambourKnowledgeDetail *self);
void     tambour_knowledge_detail_set_alone        (TambourKnowledgeDetail *self,
                                                    gboolean                is_alone);
void     tambour_knowledge_detail_refresh          (TambourKnowledgeDetail *self);
void     tambour_knowledge_detail_focus            (TambourKnowledgeDetail *self);
gboolean tambour_knowledge_detail_edit             (TambourKnowledgeDetail *self);

G_END_DECLS
