import { context } from './context.ts'
import { keyGates } from './key-gates.ts'
import { buildVocabulary } from './vocabulary.ts'

/**
 * The words that say what a number beside them is, in the languages the product meets most. Lower case; a
 * comma or a new line between phrases.
 */
export const terms = buildVocabulary([
  [
    context.phone,
    `phone, phones, telephone, tel, mobile, cell, cellphone, cellular, fax, faxed, call, calling, called, dial,
    dialing, reach, reached, reachable, contact, sms, whatsapp, signal, telegram, viber, hotline, landline,
    desk, office phone, pager, ring me, text me, text him, text her, text us, voicemail, ph, mob, msisdn, callback,
    registered, answering at, at number, my number, his number, her number, their number, your number, our number,
    telefon, telefonnummer, handy, handynummer, mobil, mobilnummer, mobiltelefon, rufnummer, anrufen, anruf,
    ruf, durchwahl, festnetz, erreichen, erreichbar, téléphone, telephone number, tél, portable, appeler, appelez,
    appelle, joindre, joignable, numéro de téléphone, teléfono, telefono, móvil, movil, celular, llamar, llame,
    llama, llámame, llamarme, contacto, telefone, telemóvel, ligar, ligue, liga, contato, cellulare, chiamare,
    chiama, chiamami, telefoon, telefoonnummer, mobiel, bellen, bel, komórka, telefonu, zadzwoń, telefonní,
    puhelin, puhelinnumero, телефон, телефону, тел, моб, звоните, позвоните, звонить, номер телефона, هاتف,
    الهاتف, جوال, موبايل, रिंग, फ़ोन, फोन, मोबाइल, τηλέφωνο, κινητό, điện thoại, telepon, nomor`,
  ],
  [
    context.card,
    `card, cards, credit, debit, cc, visa, mastercard, amex, american express, discover, maestro, diners, jcb,
    ccnum, cardnumber, creditcard, pan, payment, paid, charge my, karte, kreditkarte, kartennummer, carte, tarjeta,
    cartão, cartao, carta, karta, kaart, creditcard, карта, карты, kart, kredi`,
  ],
  [
    context.bank,
    `account, acct, a c no, account number, account no, bank account, bankaccount, checking account, savings account,
    account ending, account num, konto, kontonummer, kontonr, kto, ktonr, cuenta bancaria, número de cuenta, numero de cuenta, numéro de compte, numero di conto, número da conta, bankverbindung, compte,
    cuenta, conta, conto, rekening, rekeningnummer, rachunek, konta, sort code, bsb, clabe, счет, счёт`,
  ],
  [context.routing, `routing, aba, rtn, sort code, transit number, blz, bankleitzahl, bsb, ifsc`],
  [
    context.ssn,
    `ssn, ssns, social security, social sec, social insurance, itin, socialsecurity, sozialversicherung,
    sozialversicherungsnummer, sécurité sociale, seguridad social`,
  ],
  [
    context.passport,
    `passport, passports, passportnumber, reisepass, reisepassnummer, passnummer, passeport, pasaporte, passaporte,
    passaporto, paspoort, paszport, pasport, паспорт, паспорта, pasaportu, pass number`,
  ],
  [
    context.licence,
    `driver license, drivers license, driver s license, driver's license, driver’s license, driving license, driving licence,
    driver licence, driver's licence, drivers licence, driver s licence, driverlicense, dl, dl number, license no, licence no, license number, licence number,
    führerschein, führerscheinnummer, permis de conduire, permis, licencia de conducir, licencia, carnet de conducir,
    carta de condução, cnh, patente, rijbewijs, prawo jazdy, водительское`,
  ],
  [
    context.nationalId,
    `national id, national identity, national identification, identity card, identity number, id card, id number,
    identification number, id no, idnumber, citizen id, personal number, personal id, personal identification, personalausweis, personalausweisnummer, ausweis,
    ausweisnummer, carte d'identité, carte identité, cni, cédula, cedula, dni, nie, nif, curp, documento, cartão de cidadão,
    rg, carta d'identità, carta identità, personnummer, henkilötunnus, hetu, cpr, fødselsnummer, kennitala, bsn,
    burgerservicenummer, pesel, dowód, rodné číslo, rč, cnp, egn, egn, oib, jmbg, emso, aadhaar, aadhar, uidai, nric, fin,
    hkid, mykad, nik, ktp, cccd, cmnd, tckn, kimlik, tc kimlik, teudat zehut, rrn, jumin, my number, mynumber, snils, снилс, sin, nin, nino,
    national insurance, amka, αμκα, rut, run, cui, cuil, rsa id, sa id, south african id, emirates id, iqama, ppsn, pps, state id, voter id, epic, insee, nir,
    green card, visa number, residence permit, alien number, immigration, social id`,
  ],
  [
    context.taxId,
    `tax id, tax number, taxpayer, tin, itin, steuer, steuernummer, steuer id, steueridentifikationsnummer, idnr,
    numéro fiscal, spi, nit, rfc, cuit, cpf, nif, codice fiscale, tfn, tax file, ird, utr, inn, инн,
    pan card, pan number, pan no, fiscal`,
  ],
  [
    context.health,
    `nhs, medical record, mrn, patient id, patient number, patient no, health insurance, health plan, insurance number, insurance id, medicare, medicaid,
    policy number, policy no, health card, health id, versichertennummer, krankenversichertennummer, krankenversicherung, npi, dea number,
    medical license, carte vitale, ehic, beneficiary number, insurance policy, chart number`,
  ],
  [
    context.birth,
    `dob, date of birth, birth date, birthdate, my birthday, birthday is, dateofbirth, d o b, geburtsdatum, geburtstag, geb, date de naissance,
    naissance, né le, née le, fecha de nacimiento, nacimiento, data de nascimento, nascimento, data di nascita, nascita,
    geboortedatum, data urodzenia, urodzenia, födelsedatum, дата рождения, дата народження, doğum tarihi, date naissance, data nascimento,
    تاريخ الميلاد, تاريخ الولادة, जन्म तिथि, जन्मतिथि, i was born, i was born on, born on my`,
  ],
  [
    context.born,
    `born, geboren, geboren am, geboren op, né, née, nacido, nacida, nacido el, nacida el, nascido, nascida, nascido em, nascida em,
    nato, nata, nato il, nata il, ur, urodzony, urodzona, urodzony dnia, родился, родилась, рожд, народився, народилася, doğum, doğumlu`,
  ],
  [
    context.seedPhrase,
    `seed phrase, seed words, recovery phrase, recovery words, mnemonic, mnemonic phrase, backup phrase, wallet phrase, secret phrase, wiederherstellungsphrase,
    phrase de récupération, frase semilla, frase de recuperación, frase de recuperação, frase di recupero, herstelzin, fraza odzyskiwania,
    сид фраза, мнемоническая фраза, kurtarma ifadesi`,
  ],
  [context.command, `sshpass, mysql, mysqldump, mysqladmin, mariadb`],
  [
    context.address,
    `address, addresses, home address, mailing address, billing address, shipping address, postal address, residence,
    resides, residing, lives at, live at, living at, located at, location, moved to, deliver to, delivery, ship to, shipped to, send it to, new one to,
    postcode, zip, zip code, zipcode, house, home, billing, shipping, adresse, anschrift, wohnhaft, wohnt in, wohnadresse, lieferadresse, rechnungsadresse,
    dirección, direccion, domicilio, vive en, endereço, endereco, morada, mora na, mora em, indirizzo, abita, residente, adres, woont, mieszka, адрес, адресу,
    habite, demeure, meet me at, stop at, offices are, visit us`,
  ],
  [
    context.street,
    `street, st, avenue, ave, av, road, rd, boulevard, blvd, lane, ln, drive, dr, court, ct, way, place, pl, square, sq, terrace, ter,
    circle, cir, parkway, pkwy, highway, hwy, loop, trail, trl, close, crescent, cres, gardens, grove, mews, row, hill, walk, alley, plaza, path, pike,
    run, crossing, cove, ridge, points, point, park, parade, quay, green, villages, village, stravenue, branch, burg, fork, forks, harbor, heights, haven,
    hollow, inlet, island, islands, isle, junction, junctions, key, keys, knoll, knolls, lake, lakes, landing, light, locks, lodge, mall, manor, meadow, meadows, mill, mills, mission,
    motorway, mount, mountain, neck, orchard, oval, overpass, pass, passage, pine, pines, plain, plains, port, ports, prairie, radial, ramp, ranch, rapid, rapids, rest, ridges, river, route, rue, shoal, shoals,
    shore, shores, skyway, spring, springs, spur, spurs, squares, station, stream, summit, throughway, trace, track, trafficway, tunnel, turnpike, underpass, union, unions, valley, valleys, via, viaduct, view, views,
    ville, vista, walks, wall, well, wells, brook, brooks, bypass, camp, canyon, cape, causeway, center, centers, circles, cliff, cliffs, club, common, corner, corners, course, courts, coves, creek, crest, crossroad, curve, dale, dam,
    divide, drives, estate, estates, expressway, extension, extensions, fall, falls, ferry, field, fields, flat, flats, ford, fords, forest, forge, forges, fort, freeway, garden, gateway, glen, glens, greens, groves,
    straße, strasse, str, weg, allee, platz, gasse, ring, damm, ufer, rue, impasse, chemin, quai, cours, calle, avenida, avda, paseo, plaza, carrera, carretera, rua, travessa, alameda, largo, praça, estrada,
    via, viale, piazza, corso, vicolo, largo, straat, laan, plein, gracht, kade, ulica, ul, aleja, osiedle, улица, ул, проспект, utca, út, tér, gata, gatan, vägen, vej, gade, katu, tie, caddesi, sokak, mahallesi, marg, nagar, jalan, jl`,
  ],
  [
    context.iban,
    `iban, swift, bic, wire, transfer, deposit, beneficiary, überweisen, überweisung, virement, transferencia,
    transferência, bonifico, overschrijving, przelew`,
  ],
  [
    context.password,
    `password, passwords, passwd, passphrase, passcode, passwort, kennwort, passwörter, contraseña, contrasena, clave, senha, palavra passe, mot de passe, mdp, wachtwoord, hasło, haslo, lösenord, adgangskode,
    salasana, heslo, jelszó, parola, şifre, sifre, пароль, пароля, κωδικός, mật khẩu, kata sandi, pwd, pw, कुंजी, पासवर्ड, कूटशब्द, كلمة المرور, كلمة السر, رمز المرور, pass,
    wifi key, wi fi key, wlan key, network key, wlan schlüssel, netzwerkschlüssel, clé wifi, clé wi fi, clave wifi, clave wi fi,
    hasłem, hasła, паролем, паролю, parolası, parolanız, parolan, şifresi, şifreniz, şifren, palavra passe, parola d'accesso, parola d’accesso, code d'accès`,
  ],
  [
    context.secret,
    `secret, secrets, token, tokens, api key, apikey, api keys, access key, accesskey, secret key, secretkey, private key, auth key, credential, credentials, creds,
    auth token, authtoken, access token, accesstoken, bearer, client secret, clientsecret, encryption key, signing key, license key, account key, master key, shared key, key you can use, schlüssel, clé, chave, llave, clave api, jeton, ключ, токен,
    clé api, clé d'api, clé d’api, clave de api, clave api, chave de api, chave da api, chave api, chiave api, chiave, sleutel, api sleutel, klucz, klucz api, ключ api, api anahtarı, anahtar, anahtarı, مفتاح api, مفتاح, एपीआई कुंजी, api कुंजी`,
  ],
  [
    context.user,
    `username, user name, login, userid, user id, user, account name, benutzername, benutzer, usuario, usuário, utilisateur, identifiant, utente, gebruikersnaam, логин, handle, log in, sign in, einloggen, zugangsdaten`,
  ],
  [
    context.ip,
    `ip, ips, ip address, ipv4, ipv6, ip adresse, ipaddress, client ip, login, host, logged in, visitor, session, адрес ip`,
  ],
  [
    context.device,
    `imei, meid, imsi, iccid, udid, idfa, serial number, device id, device, mac, mac address, macaddress, advertising id`,
  ],
  [
    context.wallet,
    `wallet, bitcoin, btc, ethereum, eth, litecoin, ltc, crypto, dogecoin, doge, monero, xmr, ripple, xrp, tron, trx, solana, sol, cardano, ada, usdt, usdc, wallets, coin, coins, blockchain, donate, deposit`,
  ],
  [
    context.version,
    `version, versions, ver, release, released, firmware, build, upgrade, upgraded, update, downgrade, rev, revision, semver, changelog, versión, versão, versione, versie, version number, kernel, driver version, chapter, section, oid, clause, paragraph, abschnitt, kapitel`,
  ],
  [
    context.thing,
    `order, orders, tracking, track, invoice, ticket, isbn, issn, ean, upc, sku, part, model, product, item, items, commit, hash, checksum, md5, sha1, sha256, build, reference, ref,
    case, request, transaction, visitors, units, sold, total, price, cost, costs, budget, revenue, population, distance, latitude, longitude, coordinates, timestamp, epoch, seed, doi, arxiv, pmid, patent,
    issue, pr, bug, cve, rfc, port, ports, size, bytes, pixels, rpm, equation, theorem, digits, pi, number of, serial, batch, shipment, parcel, bestellung, sendung, rechnung, commande, facture, pedido, factura, fatura, ordine, fattura,
    vat, vat id, vat no, vat number, vat reg, ust id, ustid, ustidnr, ust idnr, umsatzsteuer, umsatzsteuer id, partita iva, p iva, piva, cnpj, ein, abn, gstin, tva, numéro de tva,
    btw, btw nummer, iva, nip, siret, siren, огрн, едрпоу, edrpou, handelsregister, hrb, company number, company no, registration number,
    bestelling, pages, page, verse, postal, year, years, km, miles, usd, eur, dollars, euros, point lies, uuid, guid, random, integer, int, array, sum, sequence, prime, factorial, binary, hex, figure, table`,
  ],
  [
    context.cardCode,
    `cvv, cvc, cvv2, cvc2, csc, cid, security code, card verification, prüfziffer, código de seguridad, kartenprüfnummer`,
  ],
  [
    context.vehicle,
    `vin, vehicle identification, license plate, licence plate, number plate, plate, plate number, registration, vehicle, vrm, kennzeichen, immatriculation, matrícula, placa, targa, kenteken, chassis`,
  ],
  [
    context.member,
    `customer id, customer number, customer no, customer, employee id, employee number, employee, staff id, student id, student number, member id, membership number, membership, member number, user id, client id number, patient, kundennummer, personalnummer, mitgliedsnummer, matrikelnummer, numéro client, número de cliente, badge number, badge, certificate number, loyalty, frequent flyer, policyholder, subscriber`,
  ],
  [context.pin, `pin, pin code, pincode, otp, one time, verification code, 2fa code, tan`],
  [context.keyPrefix, [...keyGates.words].join(',')],
])

const wideLists: readonly (readonly [bits: number, words: readonly string[]])[] = [
  [
    context.phone,
    [
      '电话',
      '手机',
      '電話',
      '手機',
      '携帯',
      '联系',
      '聯絡',
      '拨打',
      '致电',
      '전화',
      '휴대폰',
      '연락처',
      '핸드폰',
    ],
  ],
  [context.card, ['信用卡', '银行卡', '卡号', '卡號', 'カード', '카드']],
  [context.bank, ['账号', '帐号', '賬號', '账户', '口座', '계좌']],
  [context.nationalId, ['身份证', '身分證', '證件', 'マイナンバー', '주민등록', '주민번호', '外国人登録']],
  [context.passport, ['护照', '護照', 'パスポート', '旅券', '여권']],
  [context.licence, ['驾驶证', '驾照', '駕照', '運転免許', '운전면허']],
  [context.birth, ['生日', '出生日期', '出生', '生年月日', '생년월일']],
  [
    context.seedPhrase,
    ['助记词', '助記詞', 'シードフレーズ', 'リカバリーフレーズ', '시드 구문', '복구 구문'],
  ],
  [context.password, ['密码', '密碼', 'パスワード', '비밀번호', '暗証番号', '口令']],
  [context.secret, ['密钥', '密鑰', '令牌', 'トークン', 'シークレット', 'キー', '키는', '키']],
  [context.ip, ['地址ip', 'アドレス']],
  [context.address, ['地址', '住址', '住所', '주소']],
  [context.thing, ['订单', '訂單', '注文', '주문', '版本', 'バージョン', '버전']],
]

/**
 * Terms of scripts that set no spaces between words, by their first unit; longer ones first, since one may
 * begin another.
 */
export const wideTerms: ReadonlyMap<number, readonly (readonly [term: string, bits: number])[]> = (() => {
  const byFirst = new Map<number, (readonly [term: string, bits: number])[]>()
  for (const [bits, words] of wideLists) {
    for (const word of words) {
      const first = word.charCodeAt(0)
      byFirst.set(first, [...(byFirst.get(first) ?? []), [word, bits] as const])
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b[0].length - a[0].length)
  return byFirst
})()
