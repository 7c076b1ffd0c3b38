"""What a folder is for, told by its name, where the mailbox itself does not say.

Servers mark folders by SPECIAL-USE (RFC 6154); that comes first where there is it. A Maildir has no such marks,
and some servers give none: then the names that mail programs and web mail give their folders, in the languages
they come in, are all there is. A name that stands here is a good guess, not a fact: where two folders of one
mailbox fit the same role, the user is asked.
"""

from __future__ import annotations

import re
import unicodedata

from providers.base import FolderRole

__all__ = ["role_of"]

# As Gmail, Outlook, Apple Mail, Thunderbird, Roundcube, GMX, Orange, Yahoo, mail.ru and others name them.
_NAMES = {
    FolderRole.DRAFTS: """
        draft, drafts, draft messages, entwurf, entwürfe, brouillon, brouillons, borrador, borradores, bozza, bozze,
        rascunho, rascunhos, concepten, kladde, kladder, utkast, luonnos, luonnokset, szkic, szkice, wersje robocze,
        kopie robocze, koncepty, rozepsané, rozpísané, piszkozat, piszkozatok, ciorne, schițe, черновик, черновики,
        чернетка, чернетки, чернови, nacrti, osnutki, taslak, taslaklar, πρόχειρα, esborranys, zirriborroak,
        mustandid, melnraksti, juodraščiai, drög, dréachtaí, konsep, draf, thư nháp, bản nháp, ฉบับร่าง, 下書き,
        草稿, 草稿箱, 草稿匣, 임시보관함, 임시 보관함, טיוטות, مسودات, المسودات, ड्राफ़्ट
    """,
    FolderRole.SENT: """
        sent, sent mail, sent mails, sent items, sent messages, sent email, sentmail, sentitems, sentbox, gesendet,
        gesendete, gesendete elemente, gesendete objekte, gesendete nachrichten, gesendete mails, versendet,
        versandte nachrichten, envoyé, envoyés, éléments envoyés, messages envoyés, courrier envoyé,
        courriers envoyés, objets envoyés, mails envoyés, enviado, enviados, elementos enviados, mensajes enviados,
        correo enviado, itens enviados, mensagens enviadas, correio enviado, e mails enviados, inviata, inviati,
        inviate, posta inviata, messaggi inviati, elementi inviati, elements enviats, enviats, bidalita,
        bidalitakoak, verzonden, verzonden items, verzonden berichten, verzonden objecten, sendt, sendte,
        sendt post, sendt mail, sendte elementer, sendte mails, skickat, skickade, skickade objekt,
        skickade meddelanden, lähetetyt, lähetetyt viestit, wysłane, elementy wysłane, wiadomości wysłane, odeslané,
        odeslaná pošta, odoslané, odoslaná pošta, elküldött, elküldött elemek, elküldött levelek,
        elküldött üzenetek, trimise, elemente trimise, mesaje trimise, отправленные, отправленные письма, надіслані,
        відправлені, изпратени, poslato, poslano, poslane stavke, poslana pošta, gönderilen, gönderilmiş,
        gönderilmiş öğeler, gönderilmiş postalar, gönderilmiş iletiler, απεσταλμένα, saadetud, saadetud kirjad,
        nosūtītie, nosūtītās, išsiųsta, išsiųsti laiškai, terkirim, item terkirim, thư đã gửi, đã gửi, ส่งแล้ว,
        จดหมายที่ส่งแล้ว, 送信済み, 送信済みメール, 送信済みアイテム, 已发送, 已发送邮件, 已发邮件, 已傳送,
        寄件備份, 寄件匣備份, 보낸메일함, 보낸 메일함, 보낸편지함, 보낸 편지함, דואר יוצא, נשלחו, פריטים שנשלחו,
        المرسلة, البريد المرسل, العناصر المرسلة, رسائل مرسلة, भेजे गए
    """,
    FolderRole.TRASH: """
        trash, bin, rubbish, rubbish bin, recycle bin, wastebasket, deleted, deleted items, deleted messages,
        deleted mail, papierkorb, gelöscht, gelöschte elemente, gelöschte objekte, gelöschte nachrichten, mülleimer,
        corbeille, poubelle, éléments supprimés, messages supprimés, supprimés, papelera, papelera de reciclaje,
        elementos eliminados, eliminados, mensajes eliminados, lixeira, lixo, itens excluídos, itens eliminados,
        excluídos, mensagens apagadas, cestino, eliminati, posta eliminata, elementi eliminati, messaggi eliminati,
        paperera, elements suprimits, zakarrontzia, prullenbak, prullenmand, verwijderd, verwijderde items,
        verwijderde berichten, papirkurv, papirkurven, slettet, slettede elementer, slettet post, søppelkasse,
        papperskorg, papperskorgen, borttaget, borttagna objekt, roskakori, poistetut, kosz, elementy usunięte,
        usunięte, koš, odstraněná pošta, odstraněné, kôš, odstránené, kuka, lomtár, törölt elemek, coș de gunoi,
        coş de gunoi, elemente șterse, корзина, удаленные, удалённые, кошик, видалені, кошче, изтрити, smeće, otpad,
        koš za smeti, izbrisano, çöp, çöp kutusu, silinmiş öğeler, silinmiş postalar, κάδος, κάδος απορριμμάτων,
        διαγραμμένα, prügikast, kustutatud, miskaste, atkritne, šiukšliadėžė, šiukšlinė, sampah, tong sampah,
        thùng rác, ถังขยะ, ゴミ箱, ごみ箱, 削除済みアイテム, 已删除, 已删除邮件, 垃圾桶, 已刪除, 刪除的郵件, 垃圾筒,
        휴지통, 지운편지함, 지운 편지함, אשפה, פריטים שנמחקו, المهملات, سلة المهملات, العناصر المحذوفة, ट्रैश
    """,
    FolderRole.JUNK: """
        junk, junk mail, junk email, junk e mail, spam, spam mail, bulk, bulk mail, spamverdacht, spam verdacht,
        unerwünscht, unerwünschte werbung, indésirable, indésirables, courrier indésirable, pourriel, pourriels,
        courriels indésirables, correo no deseado, correo basura, no deseado, lixo eletrônico, lixo eletrónico,
        lixo electrónico, posta indesiderata, indesiderata, correu brossa, ongewenst, ongewenste e mail,
        ongewenste reclame, ongewenste mail, uønsket, uønsket post, uønsket mail, søppelpost, skräppost, roskaposti,
        wiadomości śmieci, niechciane, śmieci, nevyžádané, nevyžádaná pošta, nevyžiadaná pošta, levélszemét,
        mesaje nedorite, спам, нежелательная почта, небажана пошта, нежелана поща, neželjena pošta, neželena pošta,
        neželena e pošta, önemsiz, önemsiz e posta, istenmeyen, ανεπιθύμητα, ανεπιθύμητη αλληλογραφία, rämpspost,
        mēstules, brukalas, šlamštas, thư rác, สแปม, อีเมลขยะ, 迷惑メール, 垃圾邮件, 垃圾郵件, 스팸, 스팸메일함,
        스팸편지함, 정크 메일, ספאם, דואר זבל, البريد غير المرغوب فيه, البريد العشوائي, سبام, स्पैम
    """,
    FolderRole.ARCHIVE: """
        archive, archives, archived, all mail, archiv, alle nachrichten, archivé, archivés, tous les messages,
        archivo, archivos, archivados, todos, arquivo, arquivos, arquivar, todos os e mails, todo o correio,
        archivio, archiviati, archiviate, tutti i messaggi, arxiu, archief, alle berichten, arkiv, arkiverede,
        arkisto, archiwum, wszystkie, archív, archívum, arhivă, arhiva, архив, архів, вся почта, arhiv, arşiv,
        tüm postalar, αρχείο, αρχειοθήκη, arhiiv, arhīvs, archyvas, arsip, lưu trữ, アーカイブ, すべてのメール,
        存档, 归档, 封存, 保存, 所有邮件, 보관함, 전체보관함, ארכיון, أرشيف, الأرشيف
    """,
}

_GAPS = re.compile(r"[-_\s]+")


def _folded(name: str) -> str:
    return _GAPS.sub(" ", unicodedata.normalize("NFKC", name).casefold()).strip()


_ROLES = {_folded(name): role for role, names in _NAMES.items() for name in names.split(",")}


def role_of(name: str, separator: str | None) -> FolderRole | None:
    """The role that a folder's name tells, None where it tells nothing.

    The last part of the path decides, whatever its case, so "INBOX.Drafts" and "[Gmail]/Entwürfe" are Drafts; only
    INBOX is the whole name (RFC 3501, 5.1).

    Args:
        name: The decoded name, not in modified UTF-7.
        separator: What stands between the parts of a path; None where there is no hierarchy.
    """
    if name.upper() == "INBOX":
        return FolderRole.INBOX
    return _ROLES.get(_folded(name.rsplit(separator, 1)[-1] if separator else name))
